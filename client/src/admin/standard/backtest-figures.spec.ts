import type { BacktestAnswer, Clause } from '../../../../shared/commands/standard.js';
import { clausesOf, countersOf, daysOf, loadOf } from './backtest-figures';

const HOUR = 3_600_000;
const counts = (warnings: number, breaches: number) => ({ warnings, breaches });
const answer: BacktestAnswer = {
  from: '', to: '', events: 900, alerts: [],
  days: { '2026-11-20': 8 * HOUR, '2026-11-19': 8 * HOUR },
  proposed: { total: counts(36, 60), days: { '2026-11-20': counts(36, 60) }, clauses: { wait: counts(36, 54), late: counts(0, 6) }, counters: { A01: counts(2, 3), B01: counts(0, 9) } },
  inForce: { total: counts(4, 4), days: { '2026-11-20': counts(4, 3), '2026-11-21': counts(0, 1) }, clauses: { old: counts(4, 4) }, counters: { A01: counts(0, 1), C01: counts(0, 1) } },
};

describe('a backtest', () => {
  it('says how many alerts a day there were, and a person in ten minutes of opening', () => {
    expect(loadOf(answer, answer.proposed, 1)).toEqual({ perDay: 48, inTenMinutes: 1, isTooMuch: false });
    expect(loadOf(answer, { ...answer.proposed, total: counts(36, 61) }, 1)?.isTooMuch).toBeTrue();
    expect(loadOf(answer, answer.proposed, 2)?.inTenMinutes).toBe(0.5);
  });

  it('says nothing of a time that nothing is on record of', () => {
    expect(loadOf({ ...answer, days: {} }, answer.proposed, 1)).toBeNull();
  });

  it('tells every day on record in order, those without alerts too', () => {
    expect(daysOf(answer)).toEqual([
      { id: '2026-11-19', proposed: 0, inForce: 0 }, { id: '2026-11-20', proposed: 96, inForce: 7 }, { id: '2026-11-21', proposed: 0, inForce: 1 },
    ]);
  });

  it('tells the clauses in their order and then those that only the other standard has', () => {
    const clauses = [{ id: 'late' }, { id: 'wait' }, { id: 'quiet' }] as Clause[];
    expect(clausesOf(answer, clauses).map(({ id, proposed, inForce }) => `${id} ${proposed} ${inForce}`)).toEqual(['late 6 0', 'wait 90 0', 'quiet 0 0', 'old 0 8']);
  });

  it('tells the counters, most alerts first', () => {
    expect(countersOf(answer).map(({ id }) => id)).toEqual(['B01', 'A01', 'C01']);
  });
});
