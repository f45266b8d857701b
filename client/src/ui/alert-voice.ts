import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { filter, throttleTime } from 'rxjs';
import { severities } from '../../../shared/glossary/states.js';
import { label, t } from './lang';
import type { ToldAlert } from './alert-lines';

const EVERY_MS = 5_000;
type SaidAlert = Pick<ToldAlert, 'severity' | 'label' | 'service' | 'kind'>;
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
  /** The newest that stands. */
  readonly alert = input.required<SaidAlert | null>();

  private readonly newest = computed(
    () => {
      const alert = this.alert();
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
