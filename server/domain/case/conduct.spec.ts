import { parseInstant } from '../../../shared/instant.js';
import type { OpenCase } from '../../../shared/commands/cases.js';
import { CaseForSpec } from './case.spec-kit.js';
import { CONDUCT_DISQUALIFIES, CONDUCT_WARNS, conductOf } from './conduct.js';

/** A return visit of a person's conduct, verified, at that time in Shanghai. */
function visit(at: string, said: Partial<OpenCase> = {}, deeds = ['li verify yes']) {
  const one = new CaseForSpec('returnVisit', { satisfied: false, staffId: 'P7', category: 'attitude', ...said, openedAt: parseInstant(`${at}:00+08:00`) });
  for (const deed of deeds) one.does(deed);
  return one.case;
}

const countIn = (year: number, cases: ReturnType<typeof visit>[]) => conductOf(cases, year, 'Asia/Shanghai').map(({ staffId, cases: counted }) => `${staffId} ${counted.length}`);

describe('Four a year', () => {
  const three = [visit('2026-03-01T10:00'), visit('2026-06-01T10:00', { category: 'integrity' }), visit('2026-09-01T10:00', { category: 'efficiency' })];

  it('[E6] is warned of at three and reached at four, four itself included', () => {
    expect([CONDUCT_WARNS, CONDUCT_DISQUALIFIES]).toEqual([3, 4]);
    expect([countIn(2026, three), countIn(2026, [...three, visit('2026-12-31T23:59', { category: 'quality' })])]).toEqual([['P7 3'], ['P7 4']]);
  });

  const fourth: [what: string, one: ReturnType<typeof visit>, counted: number][] = [
    ['one in the first minute of the year', visit('2026-01-01T00:00'), 4],
    ['one in the last minute of the year before', visit('2025-12-31T23:59'), 3],
    ['one in the first minute of the year after', visit('2027-01-01T00:00'), 3],
    ['one that is the year before by UTC alone', visit('2026-01-01T07:59'), 4],
    ['one that was not verified', visit('2026-10-01T10:00', {}, ['li verify no']), 3],
    ['one that nobody decided yet', visit('2026-10-01T10:00', {}, []), 3],
    ['one in the premises', visit('2026-10-01T10:00', { category: 'environment' }), 3],
    ['one without a category', visit('2026-10-01T10:00', { category: undefined }), 3],
    ['one that was content', visit('2026-10-01T10:00', { satisfied: true }, []), 3],
    ['one of somebody else', visit('2026-10-01T10:00', { staffId: 'P8' }), 3],
    ['one whose appeal waits', visit('2026-10-01T10:00', {}, ['li verify yes', 'wang appeal']), 4],
    ['one whose appeal was upheld', visit('2026-10-01T10:00', {}, ['li verify yes', 'wang appeal', 'li review yes']), 3],
    ['one whose appeal was dismissed', visit('2026-10-01T10:00', {}, ['li verify yes', 'wang appeal', 'li review no']), 4],
  ];
  for (const [what, one, counted] of fourth) {
    it(`[E6] beside three others ${what} makes ${counted}`, () => {
      expect(countIn(2026, [...three, one])).toContain(`P7 ${counted}`);
    });
  }

  it('[E6] takes no complaint of another channel, verified or not', () => {
    const complaint = new CaseForSpec('complaint', { staffId: 'P7', category: 'attitude', openedAt: parseInstant('2026-05-01T10:00:00+08:00') });
    complaint.does('li verify yes');
    expect(countIn(2026, [...three, complaint.case])).toEqual(['P7 3']);
  });
});
