/** What people and time do about an alert that was raised: each deed is a fact of its own. */
import type { AlertEvent, AlertRaised } from '../event/own-event.js';
import type { Alert } from './alert.js';

export type Deed = Exclude<AlertEvent, AlertRaised | { type: `silence.${string}` }>;

/** The latest remarks that an alert's row carries; its story has them all. */
const NOTES = 20;

export function isDeed(event: AlertEvent): event is Deed {
  return event.type !== 'alert.raised' && event.type !== 'silence.put' && event.type !== 'silence.lifted';
}

export function takeDeed(alert: Alert, deed: Deed): void {
  Object.assign(alert, changeBy(alert, deed));
}

/** A7: the first acknowledgement and the first end stand; nothing goes on to the next person after either. */
function changeBy(alert: Alert, { type, data }: Deed): Partial<Alert> {
  switch (type) {
    case 'alert.acknowledged':
      return alert.acknowledgedAt === null ? { acknowledgedAt: data.at, acknowledgedBy: data.by } : {};
    case 'alert.assigned':
      return { assignedTo: data.to };
    case 'alert.commented':
      return noted(alert, data);
    case 'alert.escalated':
      return alert.acknowledgedAt === null && alert.resolvedAt === null && data.escalation === alert.escalations + 1 ? { escalatedAt: data.at, escalations: data.escalation } : {};
    case 'alert.resolved': {
      if (alert.resolvedAt !== null) return {};
      const { resolvedAt, by = null, reason } = data;
      const note = by === null || reason === undefined ? {} : noted(alert, { at: resolvedAt, by, text: reason });
      return { resolvedAt, resolvedBy: by, ...note };
    }
  }
}

function noted({ notes }: Alert, { at, by, text }: Alert['notes'][number]): Pick<Alert, 'notes'> {
  return { notes: [...notes, { at, by, text }].slice(-NOTES) };
}
