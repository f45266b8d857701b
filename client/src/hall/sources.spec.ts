import { counterRow, NOW, serviceRow, sourceRow } from '../spec-rows';
import { hallDelay, hallSilence, missingSources, sourcesOf, staleCounters } from './sources';

describe('sources', () => {
  const silent = sourceRow({ state: 'silent', lastHeardAt: NOW - 95_500 });

  it('tell how long each has been silent by the hall’s clock', () => {
    const [told] = sourcesOf({ '/kiosk': silent }, NOW);
    expect(told).toEqual({ id: '/kiosk', name: '/kiosk', kind: 'feed', state: 'silent', silentSeconds: 95, late: false, offMs: 0 });
    expect(sourcesOf({ '/kiosk': silent }, null)[0]?.silentSeconds).toBeNull();
  });

  it('tell how far their clocks are off, where no wire explains it', () => {
    const off = (lagMs: number | null) => sourcesOf({ '/kiosk': sourceRow({ lagMs }) }, NOW)[0]?.offMs;
    expect([null, 0, 300_000, 300_001, -5_000, -5_001].map(off)).toEqual([0, 0, 0, -300_001, 0, 5_001]);
  });

  it('make the hall silent only when no feed speaks', () => {
    const one = sourcesOf({ a: silent, b: sourceRow() }, NOW);
    const none = sourcesOf({ a: silent, b: sourceRow({ state: 'fault', lastHeardAt: NOW - 20_000 }) }, NOW);
    expect(hallSilence(one)).toBeNull();
    expect(hallSilence(none)).toBe(20);
    expect(hallSilence([])).toBeNull();
  });

  it('make stale the counters whose own device, or the feed that last spoke of them, is dead', () => {
    const rows = { 'device:A01': sourceRow({ kind: 'device', state: 'fault' }), 'device:A02': sourceRow({ kind: 'device' }), '/kiosk': silent, '/calls': sourceRow() };
    const counters = {
      A01: counterRow({ sourceId: '/calls' }), A02: counterRow({ sourceId: '/calls' }), A03: counterRow({ sourceId: '/kiosk' }), A04: counterRow({ sourceId: null }),
    };
    expect([...staleCounters(sourcesOf(rows, NOW), counters)]).toEqual(['A01', 'A03']);
  });

  it('are counted as missing from the figures that they have a part in, each once', () => {
    const sources = sourcesOf({ '/kiosk': silent, '/calls': sourceRow(), 'device:A01': sourceRow({ kind: 'device', state: 'fault' }), 'device:pad': silent }, NOW);
    const counters = { A01: counterRow({ sourceId: '/calls' }), A02: counterRow({ sourceId: '/calls' }) };
    const services = { s1: serviceRow({ sourceIds: ['/kiosk'] }), s2: serviceRow({ sourceIds: ['/calls', '/kiosk'] }) };
    expect(missingSources(sources, { counters, services })).toEqual({ counters: 1, queues: 1 });
    expect(missingSources(sourcesOf({ '/kiosk': sourceRow() }, NOW), { counters, services })).toEqual({ counters: 0, queues: 0 });
  });

  for (const [what, row, seconds] of [
    ['is in time', sourceRow({ lastHeardAt: NOW - 6_000 }), null],
    ['has missed a beat', sourceRow({ lastHeardAt: NOW - 9_000 }), 9],
    ['is silent already', sourceRow({ lastHeardAt: NOW - 16_000, state: 'silent' }), null],
    ['sends no beats and owes no word', sourceRow({ lastHeardAt: NOW - 600_000, silentAfterMs: 900_000 }), null],
  ] as const) {
    it(`delay the hall by ${seconds ?? 'nothing'} when a feed ${what}`, () => {
      expect(hallDelay(sourcesOf({ a: row, b: sourceRow() }, NOW))).toBe(seconds);
    });
  }
});
