import { formatInstant } from '../../shared/instant.js';
import { Clause, type BacktestAnswer } from '../../shared/commands/standard.js';
import type { AlertRow } from '../../shared/rows/rows.js';
import { event, issued, Server } from '../server.spec-kit.js';

const MINUTE = 60_000;
const clauses = [
  { id: 'wait', kind: 'ticket.wait', warnAfter: 'PT4M', breachAfter: 'PT6M' },
  { id: 'bad', kind: 'rating.bad', limit: 2 },
  { id: 'idle', kind: 'counter.idle', breachAfter: 'PT5M' },
  { id: 'queue', kind: 'queue.length', limit: 2, breachAfter: 'PT1M' },
].map((clause) => Clause.parse({ ...clause, source: 'local', during: 'always' }));
const ofWait = clauses.slice(0, 1);

describe('A standard put and tried', () => {
  let server: Server;
  let start: number;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', { services: [{ id: 'tax', name: '税务' }], counters: [{ id: 'c1', name: '1', serviceIds: ['tax'] }] });
    start = server.clock.now();
  });
  afterEach(() => server.end());

  const hall = () => server.running.halls.get('a')!;
  const put = (list: Clause[], effectiveFrom?: number) =>
    hall().standards.put({ name: 'n', source: 's', clauses: list, ...(effectiveFrom === undefined ? {} : { effectiveFrom: formatInstant(effectiveFrom) }) }, 'li');

  /** A minute at a time, each verdict in the journal before the next. */
  async function live(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      server.clock.pass(MINUTE);
      hall().publish();
      await hall().judged();
    }
  }

  async function morning(): Promise<void> {
    const time = () => ({ time: formatInstant(server.clock.now()) });
    const say = (type: string, data: Record<string, unknown>) => server.post('a', [event(type, data, time())]);
    await say('counter.opened', { counterId: 'c1' });
    for (const id of ['t1', 't2', 't3']) await server.post('a', [issued(id, time())]);
    await live(5);
    await say('ticket.called', { ticketId: 't1', counterId: 'c1' });
    await live(3);
    await say('service.started', { ticketId: 't1', counterId: 'c1' });
    await say('service.ended', { ticketId: 't1', counterId: 'c1' });
    await say('rating.given', { ticketId: 't1', counterId: 'c1', level: 1 });
    await live(2);
    await say('ticket.called', { ticketId: 't2', counterId: 'c1' });
    await live(10);
  }

  const told = async () => {
    const lines = (await server.lines('a')).filter(({ event: { type } }) => type === 'alert.raised').map(({ event: { data } }) => data as AlertRow);
    return lines.map(({ clauseId, severity, label, dueAt }) => `${clauseId} ${severity} ${label} ${dueAt}`).sort();
  };
  const tried = ({ alerts }: BacktestAnswer) => alerts.map(({ clauseId, severity, label, dueAt }) => `${clauseId} ${severity} ${label} ${dueAt}`).sort();
  const span = () => ({ from: formatInstant(start - MINUTE), to: formatInstant(start + 60 * MINUTE) });

  it('[R3] is numbered, told of as it stands at an instant, and the same after a start', async () => {
    expect(await put(clauses)).toBe(1);
    expect(await put(ofWait, start + 30 * MINUTE)).toBe(2);
    const versions = () => [hall().standards.at(start - 1).version, hall().standards.at(start).version, hall().standards.at(start + 30 * MINUTE).version];
    expect([versions(), hall().standards.all().map(({ putBy, clauses: list }) => [putBy, list.length])]).toEqual([[0, 1, 2], [['li', 4], ['li', 1]]]);
    await server.restart();
    expect(versions()).toEqual([0, 1, 2]);
  });

  it('[B1] raises in the backtest what the live hall raised', async () => {
    await put(clauses);
    await morning();
    const answer = await server.running.halls.backtest('a', { clauses, ...span() });
    expect(tried(answer)).toEqual(await told());
    expect(tried(answer).length).toBeGreaterThan(6);
    expect(answer.inForce).toEqual(answer.proposed);
    expect(answer.proposed.counters['c1']).toEqual({ warnings: 2, breaches: 3 });
  });

  it('[B1] sets other clauses beside what was in force', async () => {
    await put(ofWait);
    await morning();
    const { inForce, proposed } = await server.running.halls.backtest('a', { clauses: [], ...span() });
    expect(proposed.total).toEqual({ warnings: 0, breaches: 0 });
    expect(inForce.total).toEqual({ warnings: 3, breaches: 2 });
    expect([Object.keys(inForce.clauses), Object.keys(inForce.days).length]).toEqual([['wait'], 1]);
  });
});
