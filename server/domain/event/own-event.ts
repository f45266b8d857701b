/** What only Hallboard itself writes into a hall's journal: settings that a person put, and the life of an alert 告警. */
import type { HallSettings } from '../../../shared/commands/hall.js';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { AlertRow } from '../../../shared/rows/rows.js';

interface Own<T extends string, D> {
  specversion: '1.0';
  id: string;
  source: string;
  type: T;
  time?: string;
  data: D;
}

export type HallConfigured = Own<'hall.configured', HallSettings>;

/** The source of every event of our own. */
export const OWN_SOURCE = '/hallboard';

type AsRaised = 'clauseId' | 'kind' | 'severity' | 'subject' | 'label' | 'serviceId' | 'counterId' | 'sinceAt' | 'dueAt' | 'raisedAt' | 'late' | 'value' | 'limit';
/** An alert as it was raised; its id is the event's. */
export type Raised = Pick<AlertRow, AsRaised>;
export type AlertRaised = Own<'alert.raised', Raised>;
export type AlertResolved = Own<'alert.resolved', { alertId: string; resolvedAt: number }>;
export type AlertEvent = AlertRaised | AlertResolved;

export type OwnEvent = HallConfigured | AlertEvent;
export type HallEvent = PostedEvent | OwnEvent;

export function isAlertEvent(event: HallEvent): event is AlertEvent {
  return event.type === 'alert.raised' || event.type === 'alert.resolved';
}

export function isOwn(event: HallEvent): event is OwnEvent {
  return event.type === 'hall.configured' || isAlertEvent(event);
}
