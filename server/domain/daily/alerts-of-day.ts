/** The day's alerts as the journal tells them: those raised in it, and what was done about them in it. */
import type { Daily } from '../../../shared/rows/daily.js';
import { keyOf, newAlert, type Alert } from '../alert/alert.js';
import { isDeed, takeDeed } from '../alert/deed.js';
import { isAlertEvent, type HallEvent } from '../event/own-event.js';

export class AlertsOfDay {
  private readonly alerts = new Map<string, Alert>();
  private readonly keys = new Set<string>();

  take(event: HallEvent): void {
    if (!isAlertEvent(event)) return;
    if (event.type === 'alert.raised' && !this.keys.has(keyOf(event.data))) {
      this.keys.add(keyOf(event.data));
      this.alerts.set(event.id, newAlert(event.id, event.data));
    }
    const alert = isDeed(event) ? this.alerts.get(event.data.alertId) : undefined;
    if (alert && isDeed(event)) takeDeed(alert, event);
  }

  figures(): Daily['alerts'] {
    const all = [...this.alerts.values()];
    const byClause = new Map<string, number>();
    for (const { clauseId } of all) byClause.set(clauseId, (byClause.get(clauseId) ?? 0) + 1);
    return {
      raised: all.length,
      byClause: Object.fromEntries(byClause),
      acknowledgedMsMean: meanSince(all, ({ acknowledgedAt }) => acknowledgedAt),
      resolvedMsMean: meanSince(all, ({ resolvedAt }) => resolvedAt),
    };
  }
}

function meanSince(alerts: Alert[], instantOf: (alert: Alert) => number | null): number | null {
  const lengths = alerts.flatMap((alert) => {
    const at = instantOf(alert);
    return at === null ? [] : [at - alert.raisedAt];
  });
  return lengths.length === 0 ? null : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}
