/** The figures the report shows, in the order in which it shows them: one table for the headline, its comparison and every group. */
import type { CountedFigure } from '../../../shared/rows/behind.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { meanMinutes, percent, UNKNOWN, whole } from '../hall/format';
import type { Words } from '../ui/words';
import type { Group } from './report-day';

export type Unit = 'count' | 'minutes' | 'share';

export interface Measure {
  /** Its name in contract §5 and in the dictionary. */
  key: string;
  /** The tickets it was worked out from. */
  behind: CountedFigure;
  word: keyof Words & `figure${string}`;
  unit: Unit;
  of: (figures: Figures) => number | null;
  /** Of how many cases it is, where so few may stand behind it that they must be told. */
  n?: (figures: Figures) => number;
  /** Where it says nothing. */
  but?: readonly Group[];
}

export const measures: readonly Measure[] = [
  { key: 'tickets.issued', behind: 'tickets.issued', word: 'figureIssued', unit: 'count', of: ({ tickets }) => tickets.issued, but: ['counters', 'staff'] },
  { key: 'tickets.called', behind: 'tickets.called', word: 'figureCalled', unit: 'count', of: ({ tickets }) => tickets.called },
  { key: 'tickets.served', behind: 'tickets.served', word: 'figureServed', unit: 'count', of: ({ tickets }) => tickets.served },
  { key: 'waitMs', behind: 'waitMs', word: 'figureWait', unit: 'minutes', of: ({ waitMs }) => waitMs.mean },
  { key: 'waitMs.p90', behind: 'waitMs', word: 'figureWaitP90', unit: 'minutes', of: ({ waitMs }) => waitMs.p90 },
  { key: 'serviceLevel', behind: 'serviceLevel.of', word: 'figureLevel', unit: 'share', of: ({ serviceLevel }) => serviceLevel.share, n: ({ serviceLevel }) => serviceLevel.of },
  { key: 'abandonmentRate', behind: 'tickets.abandoned', word: 'figureAbandoned', unit: 'share', of: (figures) => figures.abandonmentRate, n: ({ tickets }) => tickets.called + tickets.abandoned, but: ['counters', 'staff'] },
  { key: 'noShowRate', behind: 'tickets.noShow', word: 'figureNoShow', unit: 'share', of: (figures) => figures.noShowRate, n: ({ tickets }) => tickets.called, but: ['services'] },
  { key: 'serviceMs', behind: 'serviceMs', word: 'figureService', unit: 'minutes', of: ({ serviceMs }) => serviceMs.mean },
  { key: 'counter.occupancy', behind: 'serviceMs', word: 'figureOccupancy', unit: 'share', of: ({ counter }) => counter.occupancy, but: ['services', 'staff', 'hours'] },
  { key: 'rating.satisfiedShare', behind: 'rating.given', word: 'figureSatisfied', unit: 'share', of: ({ rating }) => rating.satisfiedShare, n: ({ rating }) => rating.given },
  { key: 'rating.ratedShare', behind: 'rating.given', word: 'figureRated', unit: 'share', of: ({ rating }) => rating.ratedShare, n: ({ serviceMs }) => serviceMs.count },
];

export function valueText(unit: Unit, value: number | null): string {
  if (value === null) return UNKNOWN;
  if (unit === 'count') return whole(value);
  return unit === 'share' ? percent(value) : (meanMinutes(value) as number).toFixed(1);
}

/** How far it is from what it is compared with: counts by hundredths of them, shares by points, lengths by minutes. */
export function changeText(unit: Unit, now: number | null, then: number | null): string {
  if (now === null || then === null) return '';
  if (unit === 'count') return then === 0 ? '' : `${signed(((now - then) / then) * 100, 0)}%`;
  return unit === 'share' ? signed((now - then) * 100, 1) : signed((now - then) / 60_000, 1);
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return `±${text}`;
  return `${value > 0 ? '+' : '−'}${text}`;
}
