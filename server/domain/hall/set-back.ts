/** The hall's clock set back, as for a replayed day. Called when settings set a clock; today is counted anew after it. */
import type { Hall } from './hall.js';
import { takeUpAll } from './put-away.js';

/** D9: what lies ahead of the clock has not happened there: it is let go of, and nothing was heard later than now. */
export function setBack(hall: Hall, now: number): void {
  hall.now = now;
  takeUpAll(hall);
  const happened = ({ at }: { at: number }) => at <= now;
  for (const [id, ticket] of hall.tickets) {
    ticket.facts = ticket.facts.filter(happened);
    if (ticket.facts.length === 0) hall.tickets.delete(id);
  }
  for (const { counter } of hall.counters.values()) counter.facts = counter.facts.filter(happened);
  for (const service of hall.services.values()) if (service.observed && !happened(service.observed)) service.observed = null;
  for (const { observed } of hall.quarters.values()) {
    for (const [id, reading] of observed) if (!happened(reading)) observed.delete(id);
  }
  // what still holds is raised anew, as an alert of the new clock
  hall.alerts.clear();
  hall.raised = new Map();
  hall.silences.clear();
  hall.since.clear();
  hall.newestAt = now;
  hall.openings = hall.openings.filter(happened);
  hall.ratings = hall.ratings.filter(({ mark }) => happened(mark));
  for (const source of hall.sources.values()) {
    if (source.lastHeardAt <= now) continue;
    source.lastHeardAt = now;
    source.beatAt = null;
  }
}
