import type { HotSpotsAnswer } from '../../shared/rows/hot-spots.js';
import { formatInstant } from '../../shared/instant.js';
import { byKey, type Speaker } from '../people.spec-kit.js';
import { event, issued, Server } from '../server.spec-kit.js';

const A = '/api/v1/halls/a';
const DAY = 24 * 3_600_000;

describe('Hot spots over HTTP', () => {
  let server: Server;
  let operator: Speaker;
  beforeEach(async () => {
    server = await Server.start();
    operator = byKey(server);
    await server.makeHall('a', { counters: [{ id: 'c1', name: '1 号', serviceIds: ['tax'] }] });
  });
  afterEach(() => server.end());

  const told = async (query = '') => (await operator('GET', `${A}/hot-spots${query}`)).json as unknown as HotSpotsAnswer;

  it('[E9] tells the days that closed, windows and people apart, for as many services', async () => {
    const at = { ticketId: 't1', counterId: 'c1' };
    const time = formatInstant(server.clock.now());
    const of = [event('counter.opened', { counterId: 'c1', staffId: 'P7' }), issued('t1'), event('service.started', { ...at, staffId: 'P7' }), event('service.ended', { ...at, staffId: 'P7', outcome: 'completed' }), event('rating.given', { ...at, level: 2 })];
    await server.post('a', of.map((one) => ({ ...one, time })));
    server.clock.pass(DAY);
    for (let tries = 0; tries < 50 && (await told()).days === 0; tries++) {
      server.clock.pass(10_000);
      await new Promise((fulfil) => setTimeout(fulfil, 100));
    }
    const { days, enough, counters, staff } = await told();
    expect([days, enough]).toEqual([1, 30]);
    expect([counters, staff].map(({ services, rate, spots }) => [services, rate, spots.map(({ id, name, services: n, badRatings, hot }) => [id, name, n, badRatings, hot])])).toEqual([
      [1, 1000, [['c1', '1 号', 1, 1, false]]], [1, 1000, [['P7', 'P7', 1, 1, false]]],
    ]);
  });

  it('is of thirty days unless others are asked for, and refuses what is no range of dates', async () => {
    const { from, to, counters } = await told();
    expect([(Date.parse(to) - Date.parse(from)) / DAY, counters]).toEqual([29, { services: 0, rate: null, spots: [] }]);
    const refused = ['?from=soon', '?from=2026-11-02&to=2026-11-01', '?from=2024-01-01&to=2026-11-01'].map(async (query) => {
      const { status, json } = await operator('GET', `${A}/hot-spots${query}`);
      return [status, json.code];
    });
    expect(await Promise.all(refused)).toEqual([[400, 'from'], [400, 'from'], [400, 'from']]);
    const { key } = await server.makeKey('a', 'wall');
    expect((await byKey(server, key)('GET', `${A}/hot-spots`)).status).toBe(403);
  });
});
