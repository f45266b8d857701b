/** The day as its charts draw it, read off the hall as it stood at its end, or stands now. */
import type { DayCurve } from '../../../shared/rows/behind.js';
import { viewCounter, type Counter } from '../counter/counter.js';
import { eachStretch } from '../counter/strip.js';
import { quarterRows } from './figure-rows.js';
import { QUARTER_MS, type Hall } from './hall.js';
import { isCounterShown, isServiceShown, settingsOf } from './rows.js';
import { sharedTarget } from './standard-of.js';

type Stretch = DayCurve['counters'][string]['stretches'][number];

export function dayCurve(hall: Hall): DayCurve {
  const { day, settings, all } = hall;
  const names = settingsOf(hall);
  const counters = [...hall.counters].filter(([id, group]) => isCounterShown(hall, id, group));
  const stretches = counters.map(([, { counter }]) => stretchesOf(counter, { startAt: day.startAt, endAt: Math.min(hall.now + 1, day.endAt) }));
  const services = [...hall.services].filter(([id, service]) => isServiceShown(hall, id, service));
  return {
    date: day.date, timezone: settings.timezone, startAt: day.startAt, endAt: day.endAt,
    quarters: quartersOf(hall, stretches.flat()),
    counters: Object.fromEntries(counters.map(([id], index) => [id, { name: names.counters.get(id)?.name ?? id, stretches: stretches[index]! }])),
    waits: { limitMs: sharedTarget(hall, services.map(([id]) => id), hall.now), byMinute: Array.from(all.tally.waits.buckets, (bucket) => bucket?.values.length ?? 0) },
    services: Object.fromEntries(services.map(([id, { tally: { counts } }]) => {
      const ended = counts.served + counts.returned + counts.referred;
      return [id, { name: names.services.get(id)?.name ?? id, issued: counts.issued, called: counts.called, ended, abandoned: counts.abandoned }];
    })),
  };
}

function quartersOf(hall: Hall, stretches: Stretch[]): DayCurve['quarters'] {
  const rows = [...quarterRows(hall).values()].filter((row) => row !== null);
  return rows.map((row) => {
    const lastAt = Math.min(row.startAt + QUARTER_MS - 1, hall.now);
    return { ...row, openCounters: stretches.filter(({ from, to, state }) => from <= lastAt && lastAt < to && state !== 'paused').length };
  });
}

/** Without those in which it was closed; what goes on unchanged is one stretch. */
function stretchesOf(counter: Counter, time: { startAt: number; endAt: number }): Stretch[] {
  const stretches: Stretch[] = [];
  eachStretch(counter, time, (played, from, to) => {
    const { state } = viewCounter(played);
    const { staffId } = played;
    if (state === 'closed') return;
    const last = stretches.at(-1);
    if (last?.to === from && last.state === state && last.staffId === staffId) last.to = to;
    else stretches.push({ from, to, state, staffId });
  });
  return stretches;
}
