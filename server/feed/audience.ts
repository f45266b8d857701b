/**
 * Who may see what: the server chooses. A wall hangs in public: it shows the hall, its queues, counters and tickets by number,
 * but no figures of single counters or people, and of who has an alert in hand the staff number alone. Everyone who may read
 * the hall sees all its rows.
 */
import type { Change } from '../../shared/messages/delta.js';
import type { AlertRow, Rows } from '../../shared/rows/rows.js';
import type { Access } from '../access/access.js';
import { demand, may, type Caller, type Credentials } from '../access/caller.js';
import type { LiveHall } from '../live/live-hall.js';

export const audiences = ['wall', 'desk'] as const;
export type Audience = (typeof audiences)[number];

const OF_ONE = /^(?:counter|staff):/;

function withoutOnes<T extends Record<string, unknown>>(figures: T): T {
  return Object.fromEntries(Object.entries(figures).filter(([id]) => !OF_ONE.test(id))) as T;
}

/** The number that stands for a person in public; null where there is none. */
export type NumberOf = (username: string) => string | null;
const UNNAMED = '·';

function withoutNames(alerts: Partial<Record<string, AlertRow>>, numberOf: NumberOf): Record<string, AlertRow> {
  const shown = (username: string | null) => (username === null ? null : (numberOf(username) ?? UNNAMED));
  const masked = ({ acknowledgedBy, assignedTo, resolvedBy, ...alert }: AlertRow): AlertRow => (
    { ...alert, acknowledgedBy: shown(acknowledgedBy), assignedTo: shown(assignedTo), resolvedBy: shown(resolvedBy), notes: [] });
  return Object.fromEntries(Object.entries(alerts).map(([id, alert]) => [id, masked(alert!)]));
}

export function rowsFor(audience: Audience, rows: Rows, numberOf: NumberOf): Rows {
  return audience === 'desk' ? rows : { ...rows, figures: withoutOnes(rows.figures), alerts: withoutNames(rows.alerts, numberOf) };
}

export function changeFor<T extends Change>(audience: Audience, change: T, numberOf: NumberOf): T {
  if (audience === 'desk') return change;
  const put = { ...change.put };
  const remove = { ...change.remove };
  if (put.figures) put.figures = withoutOnes(put.figures);
  if (put.alerts) put.alerts = withoutNames(put.alerts, numberOf);
  if (remove.figures) remove.figures = remove.figures.filter((id) => !OF_ONE.test(id));
  return { ...change, put, remove };
}

/**
 * The caller as a viewer of the hall; a public hall has viewers whom nobody knows. Throws the refusal otherwise, and the same
 * of a hall that does not exist: whoever may not look does not learn which there are.
 */
export function viewerOf(access: Access, { hallId, hall }: { hallId: string; hall: LiveHall | undefined }, credentials: Credentials): Caller {
  const caller = access.caller(credentials);
  if (hall?.settings.public && !may(caller, 'hall.read', hallId)) return { role: 'wall', hallIds: [hallId], name: 'public' };
  return demand(caller, 'hall.read', hallId);
}

export function audienceOf({ role }: Caller): Audience {
  return role === 'wall' ? 'wall' : 'desk';
}
