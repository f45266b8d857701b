/**
 * Who may see what: the server chooses. A wall hangs in public: it shows the hall, its queues, counters and tickets by number,
 * but no figures of single counters or people. Everyone who may read the hall sees all its rows.
 */
import type { Change } from '../../shared/messages/delta.js';
import type { Rows } from '../../shared/rows/rows.js';
import type { Access } from '../access/access.js';
import { demand, may, type Caller, type Credentials } from '../access/caller.js';
import type { LiveHall } from '../live/live-hall.js';

export const audiences = ['wall', 'desk'] as const;
export type Audience = (typeof audiences)[number];

const OF_ONE = /^(?:counter|staff):/;

function withoutOnes<T extends Record<string, unknown>>(figures: T): T {
  return Object.fromEntries(Object.entries(figures).filter(([id]) => !OF_ONE.test(id))) as T;
}

export function rowsFor(audience: Audience, rows: Rows): Rows {
  return audience === 'desk' ? rows : { ...rows, figures: withoutOnes(rows.figures) };
}

export function changeFor<T extends Change>(audience: Audience, change: T): T {
  if (audience === 'desk') return change;
  const put = { ...change.put };
  const remove = { ...change.remove };
  if (put.figures) put.figures = withoutOnes(put.figures);
  if (remove.figures) remove.figures = remove.figures.filter((id) => !OF_ONE.test(id));
  return { ...change, put, remove };
}

/** The caller as a viewer of the hall; a public hall has viewers whom nobody knows. Throws the refusal otherwise. */
export function viewerOf(access: Access, hall: LiveHall, credentials: Credentials): Caller {
  const caller = access.caller(credentials);
  if (hall.settings.public && !may(caller, 'hall.read', hall.id)) return { role: 'wall', hallId: hall.id, name: 'public' };
  return demand(caller, 'hall.read', hall.id);
}

export function audienceOf({ role }: Caller): Audience {
  return role === 'wall' ? 'wall' : 'desk';
}
