import type { AlertEntry } from '../../../shared/commands/alert.js';

/** Which of a day's alerts to show; '' stands for any. A place is `service:ID` or `counter:ID`. */
export interface HistoryFilter {
  clauseId: string;
  place: string;
  severity: string;
  /** Only those that nobody ever acknowledged. */
  untaken: boolean;
}

export const ANY: HistoryFilter = { clauseId: '', place: '', severity: '', untaken: false };

export function pastAlerts(alerts: readonly AlertEntry[], { clauseId, place, severity, untaken }: HistoryFilter): AlertEntry[] {
  return alerts.filter((alert) =>
    (clauseId === '' || alert.clauseId === clauseId) &&
    (place === '' || placesOf(alert).includes(place)) &&
    (severity === '' || alert.severity === severity) &&
    (!untaken || alert.acknowledgedAt === null));
}

function placesOf({ subject, serviceId, counterId }: AlertEntry): string[] {
  return [`${subject.kind}:${subject.id}`, `service:${serviceId}`, `counter:${counterId}`];
}

/** How long it took until somebody acknowledged it, and until it ended; null where that did not happen. */
export function lengthsOf({ raisedAt, acknowledgedAt, resolvedAt }: AlertEntry): { takeMs: number | null; endMs: number | null } {
  return { takeMs: acknowledgedAt === null ? null : acknowledgedAt - raisedAt, endMs: resolvedAt === null ? null : resolvedAt - raisedAt };
}

/** The means of those of which each is known. */
export function meanLengths(alerts: readonly AlertEntry[]): { takeMs: number | null; endMs: number | null } {
  const lengths = alerts.map(lengthsOf);
  return { takeMs: mean(lengths.flatMap(({ takeMs }) => takeMs ?? [])), endMs: mean(lengths.flatMap(({ endMs }) => endMs ?? [])) };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
