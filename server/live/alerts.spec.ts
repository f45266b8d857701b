import type { AlertRow } from '../../shared/rows/rows.js';
import { event, issued, Server } from '../server.spec-kit.js';

const MINUTE = 60_000;

describe('Alerts of a live hall', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', { services: [{ id: 'tax', name: '税务', waitLimit: 'PT10M' }] });
  });
  afterEach(() => server.end());

  const alerts = async (): Promise<AlertRow[]> => Object.values((await server.state('a')).rows.alerts);
  const raised = async () => (await server.lines('a')).filter(({ event: { type } }) => type === 'alert.raised').map(({ event: { data } }) => data as AlertRow);
  const call = (ticketId: string) => event('ticket.called', { ticketId, counterId: 'c1' }, { time: new Date(server.clock.now()).toISOString() });
  /** The commit of a verdict goes through the journal's own thread: asks until it is there. */
  async function until(met: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 200; tries++) if (await met()) return;
    fail('it did not come');
  }

  it('[A1] come at their due instant, with no event', async () => {
    const start = server.clock.now();
    await server.post('a', [issued('t1', { time: new Date(start).toISOString() })]);
    server.clock.pass(8 * MINUTE - 1);
    expect(await alerts()).toEqual([]);
    server.clock.pass(1);
    await until(async () => (await alerts()).length === 1);
    server.clock.pass(2 * MINUTE);
    await until(async () => (await alerts()).length === 2);
    const stamps = (await raised()).map(({ severity, dueAt, raisedAt, late }) => [severity, dueAt - start, raisedAt - dueAt, late]);
    expect(stamps).toEqual([['warning', 8 * MINUTE, 0, false], ['breach', 10 * MINUTE, 0, false]]);
    await server.post('a', [call('t1')]);
    await until(async () => (await alerts()).every(({ resolvedAt }) => resolvedAt !== null));
    server.clock.pass(2 * MINUTE);
    expect(await alerts()).toEqual([]);
  });

  it('[A5] that fell due while the server was down are raised when it starts, late, and never twice', async () => {
    const start = server.clock.now();
    await server.post('a', [issued('t1', { time: new Date(start).toISOString() }), issued('t2', { time: new Date(start).toISOString() })]);
    await server.close();
    server.clock.set(start + 30 * MINUTE);
    for (let starts = 0; starts < 3; starts++) {
      await server.restart();
      await until(async () => (await alerts()).length === 2);
    }
    const told = (await raised()).map(({ severity, dueAt, late }) => [severity, dueAt - start, late]);
    expect(told).toEqual([['breach', 10 * MINUTE, true], ['breach', 10 * MINUTE, true]]);
  });
});
