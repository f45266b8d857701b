import type { Role } from '../../shared/commands/hall.js';
import { Problem } from '../problem.js';

/** Who is asking. `hallIds` null stands for every hall; `name` is a username or the name of a key, for people and logs. */
export interface Caller {
  readonly role: Role;
  readonly hallIds: readonly string[] | null;
  readonly name: string;
}

/** What a caller shows: a key, or the token of a log-in. A key, where there is one, is the answer. */
export interface Credentials {
  readonly bearer?: string;
  readonly session?: string;
}

/** Every act that needs a right, and the roles that have it: in their own halls, or in all where the caller is bound to none. */
const rights = {
  'events.post': ['device', 'admin'],
  'hall.read': ['reader', 'wall', 'supervisor', 'admin'],
  'hall.configure': ['admin'],
  'keys.create': ['admin'],
  'journal.read': ['reader', 'supervisor', 'admin'],
  'daily.read': ['reader', 'supervisor', 'admin'],
  'alerts.read': ['reader', 'supervisor', 'admin'],
  'alerts.act': ['supervisor', 'admin'],
  'silences.put': ['supervisor', 'admin'],
  'standard.read': ['reader', 'supervisor', 'admin'],
  'standard.put': ['admin'],
  'people.manage': ['admin'],
  'backups.make': ['admin'],
  'audit.read': ['admin'],
  'channels.manage': ['supervisor', 'admin'],
  'channels.ofAllHalls': ['admin'],
  'personal.erase': ['admin'],
  'cases.read': ['reader', 'supervisor', 'admin'],
  'cases.open': ['device', 'supervisor', 'admin'],
  'cases.act': ['supervisor', 'admin'],
  /** A device rates the requests that it opened, a reader hands in the forms that ask them, and neither takes another step. */
  'cases.step': ['device', 'reader', 'supervisor', 'admin'],
  'records.read': ['reader', 'supervisor', 'admin'],
  'records.put': ['supervisor', 'admin'],
  /** Who rated, and in which words. */
  'ratings.read': ['supervisor', 'admin'],
  'ratings.link': ['device', 'admin'],
  'screens.read': ['supervisor', 'admin'],
  'screens.reload': ['supervisor', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof rights;
export const acts = Object.keys(rights) as Act[];

/** `hallId` null: in every hall there is. */
export function may(caller: Caller | null, act: Act, hallId: string | null): boolean {
  if (!caller) return false;
  const roles: readonly Role[] = rights[act];
  return roles.includes(caller.role) && (caller.hallIds === null || (hallId !== null && caller.hallIds.includes(hallId)));
}

/** The caller, once it is known that they may; else the refusal: 401 for nobody we know, 403 for somebody without the right. */
export function demand(caller: Caller | null, act: Act, hallId: string | null): Caller {
  if (!caller) {
    throw new Problem(401, 'unknownCaller', `${act} needs a key that is valid (Authorization: Bearer) or a log-in; none was found here.`);
  }
  if (may(caller, act, hallId)) return caller;
  const { role, name, hallIds } = caller;
  const bound = hallIds !== null && (hallId === null || !hallIds.includes(hallId)) ? `, and only in hall ${hallIds.join(', ')}` : '';
  const where = hallId === null ? 'in every hall' : `in hall ${hallId}`;
  throw new Problem(403, 'notAllowed', `${act} ${where} was refused: ${name} acts as ${role}${bound}; it takes ${rights[act].join(' or ')}.`);
}
