import type { AlertStory } from '../../../shared/commands/alert.js';
import { legible } from '../../../shared/legible.js';

/** One step of an alert's story: what somebody did about it, or what its subject did. */
export interface Step {
  at: number;
  what: { deed: string } | { event: string };
  by: string | null;
  text: string;
}

/** More events than these nobody reads on a line; deeds are told all. */
const MOST_EVENTS = 40;

/** Both in the order of time, and how many of the earlier events are left out. */
export function stepsOf({ deeds, events }: AlertStory): { steps: Step[]; left: number } {
  const told = events.slice(-MOST_EVENTS);
  const steps: Step[] = [
    ...told.map(({ at, type, data }) => ({ at, what: { event: type }, by: null, text: placeIn(data) })),
    ...deeds.map(({ at, deed, by, text }) => ({ at, what: { deed }, by, text: text ?? '' })),
  ];
  return { steps: steps.sort((a, b) => a.at - b.at), left: events.length - told.length };
}

/** Which ticket, where, or why. */
function placeIn(data: Readonly<Record<string, unknown>>): string {
  return legible([data['number'], data['counterId'] ?? data['toCounterId'], data['reason']].filter((part) => typeof part === 'string').join(' · '));
}
