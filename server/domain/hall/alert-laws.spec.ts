import fc from 'fast-check';
import { Clause } from '../../../shared/commands/standard.js';
import type { HallSettings } from '../../../shared/commands/hall.js';
import { keyOf } from '../alert/alert.js';
import type { StoredEvent } from '../event/fact.js';
import type { OwnEvent } from '../event/own-event.js';
import { advance, nextDeadline } from './advance.js';
import { plainJournals, START } from './arbitrary-events.spec-kit.js';
import { standards, standardSettings } from './arbitrary-standards.spec-kit.js';
import { foldEvent } from './fold-event.js';
import { newHall, type Hall } from './hall.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { judge } from './judge.js';

const own = { specversion: '1.0', source: '/hallboard' } as const;

interface Case {
  journal: StoredEvent[];
  settings: HallSettings;
  first: Clause[];
  second: Clause[];
  /** The second is put before this event, to be in force so much later. */
  before: number;
  later: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  journal: plainJournals, settings: standardSettings, first: standards, second: standards,
  before: fc.nat(40), later: fc.constantFrom(0, 90_000, 7_200_000),
});

/** Found by chance once: a pause told by a clock that was never set, in a hall with opening hours. */
const paused = [Clause.parse({ id: 'k0', kind: 'counter.paused', breachAfter: 'PT10M', source: 'local' })];
const yearNought: Case = {
  journal: [{ seq: 1, loggedAt: START, event: { specversion: '1.0', id: 'e0', source: '/b', type: 'counter.paused', time: '0000-01-01T00:00:00+14:00', data: { counterId: 'C1' } } }],
  settings: settingsForSpec({ openingHours: [{ days: ['mon'], opens: '07:00', closes: '24:00' }] }),
  first: paused, second: paused, before: 0, later: 0,
};

/** And once: a counter told after its staff that it had opened, for no service by name, so that it may serve any. */
const openedForAny: Case = {
  journal: ([
    ['staff.loggedOn', '2026-03-02T00:00:00Z', { counterId: 'C2', staffId: 'P1' }],
    ['counter.opened', '2026-03-01T22:00:00Z', { counterId: 'C2', serviceIds: [] }],
    ['ticket.issued', '2026-03-02T00:00:00Z', { ticketId: 'T1', serviceId: 'S1', number: 'S1-1' }],
  ] as const).map(([type, time, data], index) => ({ seq: index + 1, loggedAt: START, event: { specversion: '1.0', id: `e${index}`, source: '/b', type, time, data } as StoredEvent['event'] })),
  settings: settingsForSpec({ services: [{ id: 'S1', name: 'First' }, { id: 'S2', name: 'Second' }], counters: [{ id: 'C2', name: 'Two', serviceIds: ['S2'] }] }),
  first: paused, second: [...paused, Clause.parse({ id: 'k1', kind: 'counter.idle', appliesTo: { serviceIds: ['S1'] }, breachAfter: 'PT10M', during: 'always', source: 'local' })], before: 0, later: 0,
};

/** And once: two sources that told of the same ticket's rating in the same moment. */
const ratedTwice: Case = {
  journal: ['/a', '/b'].map((source, index) => ({ seq: index + 1, loggedAt: START, event: { specversion: '1.0', id: `e${index}`, source, type: 'rating.given', time: '2026-03-02T00:00:00Z', data: { counterId: 'C1', ticketId: 'T2', level: 1 } } })),
  settings: settingsForSpec({ counters: [{ id: 'C1', name: 'One', serviceIds: [] }] }),
  first: paused, second: [Clause.parse({ id: 'k0', kind: 'rating.bad', limit: 1, during: 'always', source: 'local' })], before: 0, later: 7_200_000,
};

interface Steps {
  stepMs: number;
  /** The planted fault: it is not asked when it changes. */
  blind?: boolean;
}

/** A hall as it runs: looked at whenever it says that it changes, and in between as often as `stepMs` says. */
class Run {
  readonly hall: Hall;
  /** Everything that was written, with the verdicts in their places. */
  readonly written: StoredEvent[] = [];
  /** Each alert as it was told, and when it was resolved. */
  readonly told = new Map<string, string>();
  readonly keys: string[] = [];

  constructor({ settings }: Case, private readonly steps: Steps) {
    this.hall = newHall('spec', settings, START);
  }

  write(event: StoredEvent['event'], stored: Partial<StoredEvent> = {}): void {
    const one = { loggedAt: this.hall.now, event, ...stored, seq: this.written.length + 1 };
    this.written.push(one);
    foldEvent(this.hall, one);
  }

  private own(event: OwnEvent): void {
    this.write(event);
  }

  put(clauses: Clause[], later: number): void {
    const now = this.hall.now;
    this.own({ ...own, id: `put${this.written.length}`, type: 'standard.put', data: { name: 'n', source: 's', clauses, putAt: now, putBy: 'p', effectiveFromAt: now + later } });
    this.look();
  }

  look(): void {
    for (let turn = 0; turn < 4; turn++) {
      const { raise, resolve } = judge(this.hall);
      for (const data of resolve) {
        this.told.set(data.alertId, `${this.told.get(data.alertId)} – ${data.resolvedAt}`);
        this.own({ ...own, id: `${data.alertId}.resolved`, type: 'alert.resolved', data });
      }
      for (const data of raise) {
        this.keys.push(keyOf(data));
        this.own({ ...own, id: keyOf(data), type: 'alert.raised', data });
        if (this.hall.alerts.has(keyOf(data))) this.told.set(keyOf(data), `${data.raisedAt} ${data.label} ${data.value} ${data.late}`);
      }
    }
  }

  until(instant: number): void {
    const { stepMs, blind } = this.steps;
    while (this.hall.now < instant) {
      advance(this.hall, Math.min(instant, blind ? Infinity : nextDeadline(this.hall), this.hall.now + stepMs));
      this.look();
    }
  }
}

function run(one: Case, steps: Steps): Run {
  const made = new Run(one, steps);
  made.put(one.first, 0);
  for (const [index, { loggedAt, event, corrects }] of one.journal.entries()) {
    made.until(loggedAt);
    if (index === one.before % one.journal.length) made.put(one.second, one.later);
    made.write(event, { loggedAt, ...(corrects ? { corrects } : {}) });
    made.look();
  }
  made.until(one.journal.at(-1)!.loggedAt + 9_000_000);
  return made;
}

function story({ told }: Run): string {
  return [...told].map(([key, text]) => `${key}: ${text}`).sort().join('\n');
}

function differ(left: string, right: string): void {
  if (left !== right) throw new Error(`\n${left}\n≠\n${right}`);
}

describe('Laws of alerts', () => {
  it('[L6] each is raised once, at its very instant whichever steps the clock moved in, and the journal folded again gives the same', () => {
    const kinds = new Map<string, number>();
    const holds = (one: Case, again: (one: Case) => Run) => {
      const plain = run(one, { stepMs: Infinity });
      if (new Set(plain.keys).size !== plain.keys.length) throw new Error('raised twice');
      const events = new Set(plain.written.map(({ loggedAt }) => loggedAt));
      for (const { raisedAt, dueAt, kind } of plain.hall.alerts.values()) {
        if (raisedAt < dueAt) throw new Error('raised early');
        if (raisedAt > dueAt && !events.has(raisedAt)) throw new Error('raised late');
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      differ(story(again(one)), story(plain));
      const half = Math.floor(plain.written.length / 2);
      const begun = newHall('spec', one.settings, START);
      for (const stored of plain.written.slice(0, half)) foldEvent(begun, stored);
      const folded = structuredClone(begun);
      for (const stored of plain.written.slice(half)) foldEvent(folded, stored);
      advance(folded, plain.hall.now);
      differ(JSON.stringify([...folded.alerts.values()]), JSON.stringify([...plain.hall.alerts.values()]));
      differ(JSON.stringify([...folded.since].sort()), JSON.stringify([...plain.hall.since].sort()));
      differ(JSON.stringify(judge(folded)), JSON.stringify({ raise: [], resolve: [] }));
    };
    const found = fc.check(fc.property(cases, (one) => holds(one, (same) => run(same, { stepMs: 7 * 60_000 }))), { numRuns: 300, examples: [[yearNought], [openedForAny], [ratedTwice]] });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    expect(fc.check(fc.property(cases, (one) => holds(one, (same) => run(same, { stepMs: 20 * 60_000, blind: true }))), { numRuns: 150, endOnFailure: true }).failed).withContext('the planted fault').toBeTrue();
    console.log(`alert laws: ${found.numRuns} cases, seed ${found.seed}; alerts of ${kinds.size} kinds: ${[...kinds].map((entry) => entry.join(' ')).join(', ')}`);
    expect(kinds.size).toBeGreaterThan(9);
  });
});
