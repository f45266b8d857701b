import canonicalize from 'canonicalize';
import { demoHall } from '../domain/golden/demo-hall.js';
import { settingsOf } from '../domain/golden/hall-plan.js';
import { workingDay } from '../domain/golden/working-day.js';
import { HallForSpec, settingsForSpec } from '../domain/hall/hall.spec-kit.js';
import { canonicalRows } from './canonical-rows.js';

describe('Canonical rows', () => {
  it('[W3] are the canonical JSON of all rows, also where most of them were told before', () => {
    const hall = new HallForSpec('2026-03-02T08:00:00+08:00', settingsForSpec(settingsOf(demoHall)));
    const events = workingDay({ seed: 'spec', date: '2026-03-02', plan: demoHall });
    let rows = hall.rows;
    for (let part = 0; part < 4; part++) {
      hall.hear({ events: () => events.slice(part * 1_000, (part + 1) * 1_000) });
      rows = { ...hall.rows, counters: { ...rows.counters, ...hall.rows.counters } };
      expect(canonicalRows(rows)).toBe(canonicalize(rows)!);
    }
  });
});
