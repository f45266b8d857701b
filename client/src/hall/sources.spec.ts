import { NOW, sourceRow } from '../spec-rows';
import { hallSilence, sourcesOf, staleCounters } from './sources';

describe('sources', () => {
  const silent = sourceRow({ state: 'silent', lastHeardAt: NOW - 95_500 });

  it('tell how long each has been silent by the hall’s clock', () => {
    expect(sourcesOf({ '/kiosk': silent }, NOW)[0]).toEqual({ id: '/kiosk', name: '/kiosk', kind: 'feed', state: 'silent', silentSeconds: 95 });
    expect(sourcesOf({ '/kiosk': silent }, null)[0]?.silentSeconds).toBeNull();
  });

  it('make the hall silent only when no feed speaks and the hall is open', () => {
    const one = sourcesOf({ a: silent, b: sourceRow() }, NOW);
    const none = sourcesOf({ a: silent, b: sourceRow({ state: 'fault', lastHeardAt: NOW - 20_000 }) }, NOW);
    expect(hallSilence(one, true)).toBeNull();
    expect(hallSilence(none, true)).toBe(20);
    expect(hallSilence(none, false)).toBeNull();
    expect(hallSilence([], true)).toBeNull();
  });

  it('make stale the counters whose own device is silent or broken', () => {
    const rows = { 'device:A01': sourceRow({ kind: 'device', state: 'fault' }), 'device:A02': sourceRow({ kind: 'device' }), '/kiosk': silent };
    expect([...staleCounters(sourcesOf(rows, NOW))]).toEqual(['A01']);
  });
});
