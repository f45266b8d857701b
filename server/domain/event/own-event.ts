/** What only Hallboard itself writes into a hall's journal: settings and standards that a person put, the life of an alert 告警, and erasures. */
import type { Silence } from '../../../shared/commands/alert.js';
import type { FrozenCards } from '../../../shared/commands/appraisals.js';
import type { CaseEntry, OpenCase, StepCase } from '../../../shared/commands/cases.js';
import type { PutRecord, RecordVersion } from '../../../shared/commands/records.js';
import type { HallSettings } from '../../../shared/commands/hall.js';
import type { StandardVersion } from '../../../shared/commands/standard.js';
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
/** Of ratings that come from the page of a ticket, and of that page's opening: the ticket's id is the event's, so that the journal takes one. */
export const RATING_SOURCE = `${OWN_SOURCE}/rating`;
export const RATING_OPENED_SOURCE = `${RATING_SOURCE}/opened`;

type AsRaised =
  | 'clauseId' | 'kind' | 'severity' | 'subject' | 'label' | 'serviceId' | 'counterId' | 'sinceAt' | 'dueAt' | 'raisedAt' | 'late'
  | 'value' | 'limit' | 'standardVersion';
/** An alert as it was raised; its id is the event's. */
export type Raised = Pick<AlertRow, AsRaised>;
/** A deed about an alert: `by` a username, `at` on the hall's clock. */
interface Deed {
  alertId: string;
  at: number;
  by: string;
}

export type AlertRaised = Own<'alert.raised', Raised>;
export type AlertEvent =
  | AlertRaised
  | Own<'alert.resolved', { alertId: string; resolvedAt: number; by?: string; reason?: string }>
  | Own<'alert.acknowledged', Deed>
  | Own<'alert.assigned', Deed & { to: string }>
  | Own<'alert.commented', Deed & { text: string }>
  | Own<'alert.escalated', { alertId: string; at: number; escalation: number }>
  | Own<'silence.put', Silence>
  | Own<'silence.lifted', { silenceId: string; at: number; by: string }>;

/** A new version of the service standard; the fold numbers it. */
export type StandardPut = Own<'standard.put', Omit<StandardVersion, 'version'>>;

/** A case that was opened, its id the event's: `at` on the hall's clock, due times as the standard of then said. */
export type CaseOpened = Own<'case.opened', Omit<OpenCase, 'at' | 'due' | 'owner'> & Pick<CaseEntry, 'dueAt' | 'replyDueAt' | 'owner'> & { at: number; by: string; plan?: CaseEntry['plan']; appraisal?: CaseEntry['appraisal'] }>;
/** A step about a case; `dueAt`: when what comes next is due. */
export type CaseStepped = Own<'case.stepped', StepCase & { caseId: string; at: number; by: string; dueAt?: number }>;
export type CaseEvent = CaseOpened | CaseStepped;

/** A version of a record; the fold numbers it. */
export type RecordPut = Own<'record.put', Pick<PutRecord, 'title' | 'content' | 'approvedBy'> & Pick<RecordVersion, 'effectiveFromAt' | 'expiresAt' | 'putAt' | 'putBy'> & { recordId: string }>;
export type RecordWithdrawn = Own<'record.withdrawn', { recordId: string; at: number; by: string; reason: string }>;
export type RecordEvent = RecordPut | RecordWithdrawn;

/** The cards of a plan's month as somebody froze them; the fold numbers the revision. */
export type AppraisalFrozen = Own<'appraisal.frozen', Omit<FrozenCards, 'revision'> & { planId: string; month: string }>;

/** Free texts of these events were erased from the journal; of each link that held one, the hash that it would have as it reads since. */
export type EventErased = Own<'event.erased', {
  seqs: number[];
  links: { firstSeq: number; hash: string }[];
  /** The remarks and silences among them, which the hall itself holds. */
  notes?: { alertId: string; at: number; by: string }[];
  silenceIds?: string[];
  /** Of `case.opened` and `case.stepped` among them. */
  caseEventIds?: string[];
  /** Of `appraisal.frozen` among them. */
  frozen?: Pick<AppraisalFrozen['data'], 'planId' | 'month' | 'at'>[];
  reason: string;
  author: string;
}>;

export type OwnEvent = HallConfigured | StandardPut | AlertEvent | EventErased | CaseEvent | RecordEvent | AppraisalFrozen;
export type HallEvent = PostedEvent | OwnEvent;

export function isAlertEvent(event: HallEvent): event is AlertEvent {
  return event.type.startsWith('alert.') || event.type.startsWith('silence.');
}

export function isCaseEvent(event: HallEvent): event is CaseEvent {
  return event.type === 'case.opened' || event.type === 'case.stepped';
}

export function isRecordEvent(event: HallEvent): event is RecordEvent {
  return event.type === 'record.put' || event.type === 'record.withdrawn';
}

export function isOwn(event: HallEvent): event is OwnEvent {
  return event.type === 'hall.configured' || event.type === 'standard.put' || event.type === 'event.erased' || isAlertEvent(event) || event.type === 'appraisal.frozen' || isCaseEvent(event) || isRecordEvent(event);
}
