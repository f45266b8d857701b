import { day } from '../../domain/golden/day-builder.js';
import { hallApi, retryAfterMs } from './hall-api.js';
import { toyServer, type ToyServer } from './server-for-spec.js';

describe('The client of the public API', () => {
  let toy: ToyServer;
  let waits: number[];
  const events = day('2026-03-02').at('09:00').openHall().closeHall().events();
  const api = (key = 'key', baseUrl = toy.url): ReturnType<typeof hallApi> =>
    hallApi({ baseUrl, key, attempts: 4, wait: (ms) => { waits.push(ms); return Promise.resolve(); } });

  beforeEach(async () => {
    toy = await toyServer(0);
    waits = [];
    await api().putHall('h', { name: 'Hall' });
  });
  afterEach(() => toy.close());

  it('puts a hall, posts its events and reads its state', async () => {
    expect((await api().postEvents('h', events)).accepted).toBe(2);
    expect((await api().postEvents('h', events)).duplicates).toBe(2);
    expect((await api().settings('h'))?.name).toBe('Hall');
    expect((await api().state('h'))?.seq).toBe(2);
    expect(await api().state('elsewhere')).toBeUndefined();
  });

  it('streams lines of any number in one post', async () => {
    const lines = Array.from({ length: 1001 }, (_, i) => JSON.stringify({ ...events[0], id: String(i) }));
    async function* each(): AsyncGenerator<string> { yield* await Promise.resolve(lines); }
    expect((await api().postLines('h', each)).accepted).toBe(1001);
  });

  it('waits as long as a busy server asks, and tries again, also with a stream', async () => {
    toy.refusals.push({ status: 503, retryAfter: '2' }, { status: 429, retryAfter: '1' });
    async function* each(): AsyncGenerator<string> { yield* await Promise.resolve(events.map((event) => JSON.stringify(event))); }
    expect((await api().postLines('h', each)).accepted).toBe(2);
    expect(waits).toEqual([2000, 1000]);
  });

  it('gives up after its attempts, with the server\'s own words', async () => {
    toy.refusals.push(...Array.from({ length: 4 }, () => ({ status: 503 })));
    await expectAsync(api().postEvents('h', events)).toBeRejectedWithError(/503: not just now/);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it('does not repeat what was refused for good', async () => {
    await expectAsync(api('wrong').postEvents('h', events)).toBeRejectedWithError(/401: no such key/);
    await expectAsync(api().postEvents('none', events)).toBeRejectedWithError(/404: no hall "none"/);
    expect(waits).toEqual([]);
  });

  it('says which server cannot be reached', async () => {
    await expectAsync(api('key', 'http://127.0.0.1:1').state('h')).toBeRejectedWithError(/127.0.0.1:1 cannot be reached/);
    expect(waits.length).toBe(3);
  });

  it('reads Retry-After as seconds or as a date', () => {
    expect(retryAfterMs('3', 0)).toBe(3000);
    expect(retryAfterMs('Mon, 02 Mar 2026 09:00:05 GMT', Date.parse('2026-03-02T09:00:00Z'))).toBe(5000);
    expect(retryAfterMs('soon', 0)).toBeUndefined();
    expect(retryAfterMs(null, 0)).toBeUndefined();
  });
});
