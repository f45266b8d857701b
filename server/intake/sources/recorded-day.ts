import { localInstant } from '../../domain/golden/local-time.js';
import type { HallSettings } from '../../../shared/commands/hall.js';
import type { Recorded, Recording, TellBad } from './recording.js';

const HOUR = 3_600_000;

/** One day of a recording, ready to be played: its events in time order, and the services and counters they name. */
export interface RecordedDay {
  date: string;
  timezone: string;
  startAt: number;
  endAt: number;
  events: Recorded[];
  /** The earliest instant that `historyOf` can tell of. */
  heldSince: number;
  services: HallSettings['services'];
  counters: HallSettings['counters'];
}

/**
 * The zone that the recording's own times were written in, when nobody names one: fixed, because an offset tells no zone.
 * `Etc/GMT-2` is two hours ahead of UTC: POSIX counts westward.
 */
export function zoneOf(times: readonly string[]): string | undefined {
  const offsets = new Map<string, number>();
  for (const time of times) {
    const offset = /(?:Z|[+-]\d\d:\d\d)$/i.exec(time)?.[0].toUpperCase() ?? '';
    offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  }
  const [usual] = [...offsets].sort(([, a], [, b]) => b - a)[0] ?? [];
  const m = /^([+-])(\d\d):00$/.exec(usual === 'Z' ? '+00:00' : (usual ?? ''));
  if (!m || Number(m[2]) > 12) return undefined;
  const hours = Number(m[2]);
  return hours === 0 ? 'Etc/UTC' : `Etc/GMT${m[1] === '+' ? '-' : '+'}${String(hours)}`;
}

function named(events: readonly Recorded[], field: 'serviceId' | 'counterId'): { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const event of events) {
    const id = event.data[field];
    if (typeof id === 'string') names.set(id, event.serviceName ?? names.get(id) ?? id);
  }
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Reads the file once and keeps the day. `timezone` is what the person or the hall says; the recording's own comes next. */
export async function readDay(recording: Recording, wanted: { date: string; timezone?: string | undefined }, tellBad: TellBad): Promise<RecordedDay> {
  const { date } = wanted;
  const noon = Date.parse(`${date}T12:00:00Z`);
  const near: Recorded[] = [];
  const days = new Set<string>();
  let earliest = Infinity;
  for await (const event of recording.read(tellBad)) {
    earliest = Math.min(earliest, event.at);
    days.add(event.time.slice(0, 10));
    if (Math.abs(event.at - noon) <= 40 * HOUR) near.push(event);
  }
  const timezone = wanted.timezone ?? recording.timezone ?? zoneOf(near.map((event) => event.time));
  if (timezone === undefined && near.length) {
    throw new Error('The recording\'s times have no offset of whole hours, from which a zone could be derived: name it with --timezone, such as Asia/Kolkata');
  }
  const zone = timezone ?? 'Etc/UTC';
  const [startAt, endAt] = [localInstant(date, '00:00', zone), localInstant(date, '24:00', zone)];
  const events = near.filter(({ at }) => at >= startAt && at < endAt).sort((a, b) => a.at - b.at || a.line - b.line);
  const [first] = events;
  if (!first) throw new Error(noSuchDay(date, days));
  return {
    date,
    timezone: zone,
    startAt,
    endAt,
    events,
    heldSince: recording.carriesOver ? earliest : first.at,
    services: named(events, 'serviceId'),
    counters: named(events, 'counterId').map((counter) => ({ ...counter, serviceIds: [] })),
  };
}

function noSuchDay(date: string, days: Set<string>): string {
  const known = [...days].sort();
  if (!known.length) return 'The file holds no event with a time';
  return `The file holds nothing on ${date}: it has ${String(known.length)} days, from ${String(known[0])} to ${String(known.at(-1))}`;
}

/** The lines that came before `from`: those of the day, and where tickets carry over midnight, those of all days before. */
export async function* historyOf(recording: Recording, day: RecordedDay, from: number): AsyncGenerator<string> {
  if (!recording.carriesOver) {
    for (const event of day.events) if (event.at < from) yield event.text;
    return;
  }
  for await (const event of recording.read(() => undefined)) if (event.at < from) yield event.text;
}

/** The time of day `HH:MM` of the day as an instant; without one, a minute before its first event. */
export function startOf(day: RecordedDay, from: string | undefined): number {
  if (from !== undefined) return localInstant(day.date, from, day.timezone);
  const first = day.events[0]?.at ?? day.startAt;
  return Math.max(first - 60_000, day.startAt);
}
