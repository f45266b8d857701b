/**
 * Who may see what: the server chooses. A wall hangs in public: it shows the hall, its queues, counters and tickets by number,
 * but no figures of single counters or people, and of who has an alert in hand the staff number alone. Everyone who may read
 * the hall sees all its rows, but which ticket a bad rating came from.
 */
import type { Change } from '../../shared/messages/delta.js';
import type { AlertRow, Rows } from '../../shared/rows/rows.js';
import { emptyRows, type Table } from '../../shared/rows/tables.js';
import type { Access } from '../access/access.js';
import { withoutRater } from '../access/rater.js';
import { demand, may, type Caller, type Credentials } from '../access/caller.js';
import type { LiveHall } from '../live/live-hall.js';
import type { Held } from '../live/mirror.js';

export const audiences = ['wall', 'reader', 'desk'] as const;
export type Audience = (typeof audiences)[number];

const OF_ONE = /^(?:counter|staff):/;

function withoutOnes<T extends Record<string, unknown>>(figures: T): T {
  return Object.fromEntries(Object.entries(figures).filter(([id]) => !OF_ONE.test(id))) as T;
}

/** The number that stands for a person in public; null where there is none. */
export type NumberOf = (username: string) => string | null;
const UNNAMED = '·';

function eachOf(alerts: Partial<Record<string, AlertRow>>, shown: (alert: AlertRow) => AlertRow): Record<string, AlertRow> {
  return Object.fromEntries(Object.entries(alerts).map(([id, alert]) => [id, shown(alert!)]));
}

function withoutNames(numberOf: NumberOf): (alert: AlertRow) => AlertRow {
  const shown = (username: string | null) => (username === null ? null : (numberOf(username) ?? UNNAMED));
  return ({ acknowledgedBy, assignedTo, resolvedBy, ...alert }) => (
    withoutRater({ ...alert, acknowledgedBy: shown(acknowledgedBy), assignedTo: shown(assignedTo), resolvedBy: shown(resolvedBy), notes: [] }));
}

export function rowsFor(audience: Audience, rows: Rows, numberOf: NumberOf): Rows {
  if (audience === 'desk') return rows;
  if (audience === 'reader') return { ...rows, alerts: eachOf(rows.alerts, withoutRater) };
  return { ...rows, figures: withoutOnes(rows.figures), alerts: eachOf(rows.alerts, withoutNames(numberOf)) };
}

/** The same of tables as a hall holds them. */
export function tablesFor(audience: Audience, held: Held, numberOf: NumberOf): Record<Table, Iterable<[id: string, row: object]>> {
  const { figures, alerts } = rowsFor(audience, { ...emptyRows(), ...Object.fromEntries((['figures', 'alerts'] as const).map((table) => [table, Object.fromEntries(held[table])])) }, numberOf);
  return { ...held, figures: Object.entries(figures), alerts: Object.entries(alerts) };
}

export function changeFor<T extends Change>(audience: Audience, change: T, numberOf: NumberOf): T {
  if (audience === 'desk') return change;
  const put = { ...change.put };
  if (put.alerts) put.alerts = eachOf(put.alerts, audience === 'wall' ? withoutNames(numberOf) : withoutRater);
  if (audience === 'reader') return { ...change, put };
  const remove = { ...change.remove };
  if (put.figures) put.figures = withoutOnes(put.figures);
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
  return role === 'wall' || role === 'reader' ? role : 'desk';
}
