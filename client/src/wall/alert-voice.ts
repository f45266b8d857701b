import { Component, computed, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { filter, throttleTime } from 'rxjs';
import { severities } from '../../../shared/glossary/states.js';
import type { Alert } from '../hall/alerts';
import { HallAnswers } from '../hall/hall-answers';
import { label, t } from '../ui/lang';

const EVERY_MS = 5_000;
const NOTHING = { severity: null, words: '' };

/** Says the newest alert to those who listen: a breach at once, a warning when there is a pause, never two within five seconds. */
@Component({
  selector: 'hb-alert-voice',
  template: `
    <span aria-live="assertive">{{ said().severity === 'breach' ? said().words : '' }}</span>
    <span aria-live="polite">{{ said().severity === 'warning' ? said().words : '' }}</span>
  `,
  styles: `
    /* Heard, not seen. */
    :host {
      position: absolute;
      inset: 0 0 auto;
      opacity: 0;
      pointer-events: none;
    }
    span {
      display: block;
    }
  `,
})
export class AlertVoice {
  private readonly answers = inject(HallAnswers);

  private readonly newest = computed(
    () => {
      const standing = this.answers.alerts().filter((alert) => !alert.resolved);
      const alert = standing.reduce<Alert | null>((best, one) => (best && best.raisedAt >= one.raisedAt ? best : one), null);
      if (!alert) return NOTHING;
      const { severity, kind, service } = alert;
      return { severity, words: `${label(severities[severity])} ${alert.label} ${service} ${t().alertKind(kind)}` };
    },
    { equal: (a, b) => a.words === b.words },
  );
  private readonly spoken = toObservable(this.newest).pipe(
    filter(({ words }) => words !== ''),
    throttleTime(EVERY_MS, undefined, { leading: true, trailing: true }),
  );
  protected readonly said = toSignal(this.spoken, { initialValue: NOTHING });
}
