import type { Alert } from './alerts';
import { groupOf, type AlertGroup } from './flood';

export const whose = ['all', 'mine', 'unowned'] as const;
export type Whose = (typeof whose)[number];

/** What is to be done at the desk: everybody's, one's own, or what nobody has yet. What has just ended is everybody's to see. */
export function alertsFor(alerts: readonly Alert[], wanted: Whose, me: string): Alert[] {
  if (wanted === 'all') return [...alerts];
  return alerts.filter(({ owner, resolved }) => !resolved && owner === (wanted === 'mine' ? me : ''));
}

/** Breaches that nobody has taken and nobody silenced: people are called to these. */
export function unownedBreaches(alerts: readonly Alert[]): Alert[] {
  return alerts.filter(({ severity, owner, resolved, silenced }) => severity === 'breach' && owner === '' && !resolved && !silenced);
}

/** One alert, or several of one clause and service that are told as one; each group as much somebody's as all its members. */
export type InboxEntry =
  | { kind: 'alert'; id: string; alert: Alert }
  | { kind: 'group'; id: string; group: AlertGroup; members: readonly Alert[] };

/** From so many on they are a group. */
const MANY = 4;

/** In the order of the list: a group stands where the first of its members stood. */
export function entriesOf(alerts: readonly Alert[], now: number | null): InboxEntry[] {
  const together = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const members = together.get(keyOf(alert)) ?? [];
    together.set(keyOf(alert), members);
    members.push(alert);
  }
  return alerts.flatMap((alert): InboxEntry[] => {
    const key = keyOf(alert);
    const members = together.get(key) ?? [];
    if (alert.resolved || members.length < MANY) return [{ kind: 'alert', id: alert.id, alert }];
    if (members[0] !== alert) return [];
    return [{ kind: 'group', id: key, group: { ...groupOf(key, members, now), place: alert.service || alert.place }, members }];
  });
}

function keyOf({ severity, clauseId, serviceId, owner, resolved }: Alert): string {
  return `${severity} ${clauseId} ${serviceId ?? ''} ${owner === ''} ${resolved}`;
}
