import fc from 'fast-check';
import type { AppraisalPlan } from '../../../shared/commands/records.js';
import { appraisalFigures } from '../../../shared/glossary/appraisals.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { newCase, takeStep, type Case } from '../case/case.js';
import { CaseForSpec } from '../case/case.spec-kit.js';
import { dictionary } from '../kpi/dictionary.js';
import { figuresOf, type Moment } from '../kpi/figures.js';
import { newTally } from '../kpi/tally.js';
import { cardsOf, pointsOf, type Ground } from './card.js';
import { monthFigures } from './month-figures.js';

const QUIET: Moment = { now: 0, carriedIn: 0, waiting: 0, called: 0, serving: 0, parked: 0, overdue: 0, targetMs: null, openMs: 0, pausedMs: 0, busyMs: 0 };

/** A day of a person: services, of them rated, so many well; called within the limit. */
function day({ served = 0, good = 0, bad = 0, within = 0, adherence = null as number | null }): Figures {
  const empty = figuresOf(newTally(), { ...QUIET, adherence });
  return {
    ...empty,
    tickets: { ...empty.tickets, served, called: served },
    serviceLevel: { ...empty.serviceLevel, within, of: served, share: served === 0 ? null : within / served },
    rating: { ...empty.rating, given: good + bad, byLevel: { 5: good, 4: 0, 3: 0, 2: 0, 1: bad } },
  };
}

const PLAN: AppraisalPlan = {
  kind: 'appraisalPlan', of: 'staff',
  figures: [{ id: 'level', weight: 30, figure: 'serviceLevel.share', floor: 0.5, target: 1 }, { id: 'satisfied', weight: 20, figure: 'rating.satisfiedShare', floor: 0, target: 1 }],
  forms: [
    { id: 'leader', weight: 40, days: 5, questions: [{ id: 'terms', text: '业务用语' }, { id: 'team', text: '团队合作' }] },
    { id: 'public', weight: 10, days: 5, questions: [{ id: 'content', text: '满意' }] },
  ],
};

let made = 0;
function sheet(form: 'leader' | 'public', staffId: string, answers: { scores: Record<string, number>; ballots?: number }[]): Case {
  const one = newCase({ id: `f${++made}`, number: '' }, { kind: 'appraisal', channel: 'schedule', title: '1', staffId, at: 1, by: 'wang', owner: 'li', dueAt: 9, replyDueAt: null, appraisal: { planId: 'p', version: 1, month: '2026-11', form } });
  answers.forEach((answer, index) => takeStep(one, { caseId: one.id, step: 'submit', at: 2 + index, by: 'li', ...answer }));
  return one;
}

const AT = Date.UTC(2026, 10, 10);
const told = (ground: Partial<Ground>, days: Record<string, Figures[]>) => cardsOf({ month: '2026-11', zone: 'Asia/Shanghai', plan: PLAN, cases: [], forms: [], ...ground }, Object.entries(days).map(([id, of]) => ({ id, name: id, days: of })));

describe('Points', () => {
  const rising = { floor: 0.5, target: 1 };
  const falling = { floor: 30, target: 10 };
  const table: { value: number; bounds: typeof rising; points: number }[] = [
    { value: 0.5, bounds: rising, points: 0 }, { value: 0.75, bounds: rising, points: 50 }, { value: 1, bounds: rising, points: 100 }, { value: 2, bounds: rising, points: 100 }, { value: 0, bounds: rising, points: 0 },
    { value: 20, bounds: falling, points: 50 }, { value: 5, bounds: falling, points: 100 }, { value: 40, bounds: falling, points: 0 },
  ];
  for (const { value, bounds, points } of table) {
    it(`[M1] of ${value} between ${bounds.floor} and ${bounds.target} are ${points}`, () => expect(pointsOf(value, bounds)).toBeCloseTo(points, 10));
  }

  it('[M1] never fall while the value goes from the floor towards the target, and stay within 0 and 100', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(fc.property(fc.record({ floor: number, target: number, one: number, other: number }), ({ floor, target, one, other }) => {
      fc.pre(Math.abs(floor - target) > 1e-6);
      const [from, to] = (target > floor ? one <= other : one >= other) ? [one, other] : [other, one];
      const [before, after] = [pointsOf(from, { floor, target }), pointsOf(to, { floor, target })];
      return before >= 0 && after <= 100 && before <= after;
    }));
  });
});

describe('A month\'s figures', () => {
  it('[M1] of a single day are the day\'s own, and of several those of their sums', () => {
    const arbitraryDay = fc.record({ served: fc.nat(40), good: fc.nat(20), bad: fc.nat(20), within: fc.nat(40), adherence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) });
    fc.assert(fc.property(fc.array(arbitraryDay, { maxLength: 6 }), (drawn) => {
      const days = drawn.map((one) => day({ ...one, within: Math.min(one.within, one.served) }));
      const month = monthFigures(days);
      const [served, within] = [days.reduce((sum, one) => sum + one.tickets.served, 0), days.reduce((sum, one) => sum + one.serviceLevel.within, 0)];
      expect(month['serviceLevel.share']).toEqual({ value: served === 0 ? null : within / served, n: served });
      expect(month['tickets.served'].n).toBe(served);
      if (days.length === 1) expect([month['serviceLevel.share'].value, month['counter.adherence'].value]).toEqual([days[0]!.serviceLevel.share, days[0]!.counter.adherence]);
    }));
  });

  it('are figures of the dictionary, by its names', () => {
    for (const [key, { zh, en, unit }] of Object.entries(appraisalFigures)) {
      const entry = dictionary.find((one) => one.key === key);
      expect({ ...entry?.name, unit: entry?.unit }).withContext(key).toEqual({ zh, en, unit });
    }
  });
});

describe('A scorecard', () => {
  it('[M2] weighs figures and forms, each with its n; sheets counted from paper weigh as many as they are; the last answer counts', () => {
    const forms = [
      sheet('leader', 'P7', [{ scores: { terms: 10, team: 10 } }, { scores: { terms: 80, team: 60 } }]), sheet('leader', 'P7', [{ scores: { terms: 100, team: 100 } }]), sheet('leader', 'P8', [{ scores: { terms: 0, team: 0 } }]),
      sheet('public', 'P7', [{ scores: { content: 90 }, ballots: 30 }]), sheet('public', 'P7', [{ scores: { content: 50 }, ballots: 10 }]),
    ];
    const [card] = told({ forms }, { P7: [day({ served: 40, within: 30, good: 8, bad: 2 })] });
    expect(card!.lines.map(({ id, value, n, points }) => [id, value, n, points])).toEqual([['level', 0.75, 40, 50], ['satisfied', 0.8, 10, 80], ['leader', 85, 2, 85], ['public', 80, 40, 80]]);
    expect([card!.total, card!.known, card!.rank, card!.n]).toEqual([0.3 * 50 + 0.2 * 80 + 0.4 * 85 + 0.1 * 80, 100, 1, 40]);
    expect(card!.lines[2]!.caseIds).toEqual([forms[0]!.id, forms[1]!.id]);
  });

  it('[M3] says of how much it speaks: what nothing is known of takes no part', () => {
    const [card] = told({ forms: [sheet('leader', 'P7', [])] }, { P7: [day({ served: 10, within: 10 })] });
    expect([card!.total, card!.known, card!.rank]).toEqual([100, 30, null]);
    expect(told({}, { P7: [] })[0]).toEqual(jasmine.objectContaining({ total: null, known: 0, days: 0 }));
  });

  it('[M4] ranks only who served thirty and is known whole; equals share a rank', () => {
    const full = (id: string, score: number) => [sheet('leader', id, [{ scores: { terms: score, team: score } }]), sheet('public', id, [{ scores: { content: 50 }, ballots: 5 }])];
    const month = (served: number) => [day({ served, within: served, good: 5 })];
    const cards = told({ forms: [...full('a', 90), ...full('b', 90), ...full('c', 10), ...full('few', 100)] }, { a: month(30), b: month(31), c: month(99), few: month(29), none: month(50) });
    expect(cards.map(({ id, rank }) => `${id} ${rank}`).sort()).toEqual(['a 1', 'b 1', 'c 3', 'few null', 'none null']);
  });

  it('shows verified complaints of the month and the year\'s conduct up to its end, with their cases', () => {
    const verified = (kind: 'complaint' | 'returnVisit', openedAt: number) => {
      const one = new CaseForSpec(kind, { staffId: 'P7', category: 'attitude', satisfied: false, openedAt });
      one.does('li verify yes');
      return { ...one.case, id: `${kind}${openedAt}` };
    };
    const month = 31 * 86_400_000;
    const cases = [verified('complaint', AT), verified('complaint', AT - month), verified('returnVisit', AT), verified('returnVisit', AT - month), verified('returnVisit', AT + month)];
    const [card] = told({ cases }, { P7: [] });
    expect([card!.complaints, card!.conduct]).toEqual([[`complaint${AT}`], { state: 'ok', caseIds: [`returnVisit${AT - month}`, `returnVisit${AT}`] }]);
  });
});
