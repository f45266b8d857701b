/**
 * The daily snapshot 日报快照 of contract §5: a pure function of a day's events in (at, seq) order, of what the day before left, and
 * of the standard in force. Live figures and these are made by the same formulas; law L7 holds them together.
 */
import type { Daily, HonestWait } from '../../../shared/rows/daily.js';
import { openingsOn, type Stretch } from '../calendar/day.js';
import { standardAt } from '../hall/standard-of.js';
import { honestWait } from '../kpi/honest-wait.js';
import type { DayBook, DayTerms } from './day-book.js';
import { Teller } from './teller.js';

/** Of the formulas: a figure that is worked out in another way has another version. */
export const KPI_VERSION = 3;

export type DailyFigures = Pick<Daily, 'kpiVersion' | 'standardVersion' | 'hall' | 'services' | 'counters' | 'staff' | 'zones' | 'hours' | 'honestWait' | 'dimensions' | 'alerts' | 'cases' | 'devices' | 'quality' | 'names'>;

export function dailyOf(book: DayBook): DailyFigures {
  const { settings, cutAt } = book.terms;
  return {
    kpiVersion: KPI_VERSION,
    standardVersion: standardAt(book.terms, cutAt - 1).version,
    ...new Teller(book).tell(),
    honestWait: honestWaits(book),
    ...(book.dimensions.size > 0 ? { dimensions: Object.fromEntries(book.dimensions) } : {}),
    alerts: book.alerts.figures(),
    cases: book.cases.figures(cutAt),
    devices: book.devices.figures(openHours(book.terms), cutAt),
    quality: book.quality,
    names: { services: namesOf(settings.services), counters: namesOf(settings.counters) },
  };
}

/** A hall that says no hours is open all day. */
function openHours({ day, settings: { openingHours, exceptions } }: DayTerms): Stretch[] {
  return openingHours.length === 0 ? [{ opensAt: day.startAt, closesAt: day.endAt }] : openingsOn(day, openingHours, exceptions);
}

function namesOf(list: { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(list.map(({ id, name }) => [id, name]));
}

function honestWaits({ waits }: DayBook): Daily['honestWait'] {
  const all = [...waits.values()];
  const services = [...waits].flatMap(([id, of]): [string, HonestWait][] => (id === null ? [] : [[id, honestWait(of)]]));
  return { hall: honestWait({ called: all.flatMap(({ called }) => called), cut: all.flatMap(({ cut }) => cut) }), services: Object.fromEntries(services) };
}
