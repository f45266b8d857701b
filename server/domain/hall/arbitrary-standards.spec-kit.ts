/** Arbitrary standards for the laws: a few clauses of every kind, over the few services and counters of the arbitrary events. */
import fc from 'fast-check';
import { Clause } from '../../../shared/commands/standard.js';
import { clauseFields } from '../../../shared/glossary/clause-kinds.js';
import { clauseKinds, type ClauseKind } from '../../../shared/glossary/clause-kinds.js';
import { settingsForSpec } from './hall.spec-kit.js';

const some = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined, freq: 2 });
const appliesTo = fc.option(
  fc.constantFrom({ serviceIds: ['S1'] }, { serviceIds: ['S1', 'S2'] }, { counterIds: ['C1', 'C9'] }, { customerClasses: ['vip'] }),
  { nil: undefined, freq: 2 },
);

const clause = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(clauseKinds) as ClauseKind[])),
    appliesTo,
    warnAfter: fc.constantFrom(undefined, 'PT30S', 'PT5M'),
    breachAfter: fc.constantFrom('PT10M', 'PT1H', 'PT9H'),
    without: some(true),
    limit: fc.integer({ min: 1, max: 3 }),
    during: fc.constantFrom('always' as const, 'openingHours' as const),
  })
  .map(({ kind, appliesTo: to, warnAfter, breachAfter, without, limit, during }) => {
    const { needs, may }: { needs: readonly string[]; may: readonly string[] } = clauseFields[kind];
    const takes = (field: string) => needs.includes(field) || (may.includes(field) && !without);
    return {
      kind, during, source: 'local',
      ...(to ? { appliesTo: to } : {}),
      ...(takes('limit') ? { limit } : {}),
      ...(takes('window') ? { window: 2 } : {}),
      ...(takes('breachAfter') ? { breachAfter } : {}),
      ...(takes('warnAfter') && warnAfter ? { warnAfter } : {}),
    };
  });

export const standards = fc.array(clause, { minLength: 1, maxLength: 6 }).map((list) => list.map((one, index) => Clause.parse({ ...one, id: `k${index}` })));

const hours = [{ days: ['mon' as const, 'tue' as const, 'wed' as const], opens: '08:00', closes: '12:00' }, { days: ['mon' as const, 'wed' as const], opens: '13:30', closes: '17:00' }];
const night = [{ days: ['mon' as const], opens: '07:00', closes: '24:00' }, { days: ['tue' as const], opens: '00:00', closes: '02:00' }];
const rostered = settingsForSpec().counters.map((counter) => ({ ...counter, roster: hours }));

export const standardSettings = fc.constantFrom(
  settingsForSpec(),
  settingsForSpec({ openingHours: hours, counters: rostered }),
  settingsForSpec({ openingHours: night, exceptions: [{ date: '2026-03-03' }] }),
);
