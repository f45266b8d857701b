import { strFromU8, unzipSync } from 'fflate';
import type { Satisfaction } from '../../shared/rows/satisfaction.js';
import { formatInstant } from '../../shared/instant.js';
import { byKey, type Speaker } from '../people.spec-kit.js';
import { event, issued, Server, START } from '../server.spec-kit.js';

const A = '/api/v1/halls/a';
const DAY = 24 * 3_600_000;

describe('The satisfaction of a month over HTTP', () => {
  let server: Server;
  let operator: Speaker;
  beforeEach(async () => {
    server = await Server.start();
    operator = byKey(server);
    await server.makeHall('a', { counters: [{ id: 'c1', name: '=1 号', serviceIds: ['tax'] }] });
  });
  afterEach(() => server.end());

  const told = async (query = '') => (await operator('GET', `${A}/satisfaction${query}`)).json as unknown as Satisfaction;

  it('[Y10] tells a day that closed, with dimensions, as figures and as a workbook', async () => {
    const at = { ticketId: 't1', counterId: 'c1' };
    const time = formatInstant(server.clock.now());
    await server.post('a', [issued('t1'), event('service.started', at), event('service.ended', { ...at, outcome: 'completed' }), event('rating.given', { ...at, level: 2, dimensions: { efficiency: 1, unheard: 1 } })].map((one) => ({ ...one, time })));
    server.clock.pass(DAY);
    for (let tries = 0; tries < 50 && (await told()).days === 0; tries++) {
      server.clock.pass(10_000);
      await new Promise((fulfil) => setTimeout(fulfil, 100));
    }
    const { month, days, rating, dimensions, counters } = await told('?month=2026-11');
    expect([month, days, rating.given, rating.badShare, rating.ratedShare, counters[0]!.name]).toEqual(['2026-11', 1, 1, 1, 1, '=1 号']);
    expect(dimensions.filter(({ count }) => count > 0).map(({ id, low }) => `${id} ${low}`)).toEqual(['efficiency 1']);
    const book = unzipSync(Buffer.from(await (await fetch(`${server.url}${A}/satisfaction.xlsx`, { headers: { authorization: `Bearer ${server.operatorKey}` } })).arrayBuffer()));
    expect(Object.keys(book).filter((name) => name.includes('sheets/')).length).toBe(6);
    expect(strFromU8(book['xl/workbook.xml']!)).toContain('满意度 Satisfaction');
    expect(strFromU8(book['xl/worksheets/sheet3.xml']!)).toContain('=1 号');
    expect(Object.keys(book).some((name) => name.includes('chart'))).toBeFalse();
  });

  it('is of the present month when none is asked for, empty where nothing is, and refused where it is no month', async () => {
    const { month, days, rating } = await told();
    expect([month, days, rating.satisfiedShare]).toEqual([formatInstant(START).slice(0, 7), 0, null]);
    expect((await operator('GET', `${A}/satisfaction?month=2026-13`)).json.code).toBe('month');
    const { key } = await server.makeKey('a', 'device');
    expect((await byKey(server, key)('GET', `${A}/satisfaction`)).status).toBe(403);
    expect((await operator('GET', `${A}/satisfaction.pdf`)).json.code).toBe('noBrowser');
  });
});
