/** Who stood where at an instant: open tickets by state, of the hall and of each service, counter and person. */
import type { OpenState } from '../ticket/ticket.js';

export type Standing = Record<OpenState | 'overdue', number>;

export const nobody = (): Standing => ({ waiting: 0, called: 0, serving: 0, parked: 0, overdue: 0 });

export function openIn({ waiting, called, serving, parked }: Standing): number {
  return waiting + called + serving + parked;
}

export class Standings {
  readonly hall = nobody();
  readonly services = new Map<string, Standing>();
  readonly counters = new Map<string, Standing>();
  readonly staff = new Map<string, Standing>();

  add(state: OpenState, { serviceId, counterId, staffId, overdue }: { serviceId: string | null; counterId: string | null; staffId: string | null; overdue: boolean }): void {
    const engaged = state === 'called' || state === 'serving';
    const those = [this.hall, inGroup(this.services, serviceId), engaged ? inGroup(this.counters, counterId) : null, engaged ? inGroup(this.staff, staffId) : null];
    for (const standing of those) if (standing) standing[state]++;
    // a wait without a service was promised nothing
    if (overdue) for (const standing of those.slice(0, 2)) if (standing) standing.overdue++;
  }
}

function inGroup(groups: Map<string, Standing>, id: string | null): Standing | null {
  if (!id) return null;
  let standing = groups.get(id);
  if (!standing) groups.set(id, (standing = nobody()));
  return standing;
}
