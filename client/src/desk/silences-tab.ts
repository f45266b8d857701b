import { Component, computed, inject } from '@angular/core';
import type { Silence } from '../../../shared/commands/alert.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { HallAnswers } from '../hall/hall-answers';
import { scopeOf } from '../hall/silence-scope';
import { t } from '../ui/lang';
import { SilenceForm } from './silence-form';
import { Silences } from './silences';

/** What is quiet now or will be, by whom and how long; and the planning of more. */
@Component({
  selector: 'hb-silences-tab',
  imports: [SilenceForm],
  providers: [Silences],
  template: `
    <section>
      <h3>{{ t().silencesNow }}</h3>
      @if (silences.problem(); as text) {
        <p role="alert">{{ text }}</p>
      }
      <ul>
        @for (one of lines(); track one.id) {
          <li>
            <div>
              <strong>{{ one.what }}</strong>
              <p>{{ one.span }} · {{ one.by }}</p>
              <p>{{ one.reason }}</p>
            </div>
            @if (door.mayAct()) {
              <button type="button" class="button" [attr.aria-label]="t().silenceLiftNamed(one.what)" (click)="silences.lift(one.id)">{{ t().silenceLift }}</button>
            }
          </li>
        } @empty {
          <li class="nothing">{{ silences.all() === null ? t().historyReading : t().noSilences }}</li>
        }
      </ul>
    </section>
    @if (door.mayAct()) {
      <hb-silence-form />
    }
  `,
  styleUrl: './silences-tab.css',
})
export class SilencesTab {
  protected readonly silences = inject(Silences);
  protected readonly door = inject(HallDoor);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly colleagues = inject(Colleagues);
  protected readonly t = t;

  protected readonly lines = computed(() => (this.silences.all() ?? []).map((silence) => ({
    id: silence.id,
    what: this.whatOf(silence),
    span: t().silenceSpan(this.time(silence.fromAt), this.time(silence.untilAt)),
    by: t().silenceBy(this.colleagues.nameOf(silence.author)),
    reason: silence.reason,
  })));

  private whatOf(silence: Silence): string {
    const scope = scopeOf(silence, { services: this.feed.rows.services(), counters: this.feed.rows.counters() });
    return [...(scope.length > 0 ? scope : [t().silenceWhole]), ...(silence.severity === 'warning' ? [t().silenceWarnings] : [])].join(' · ');
  }

  private time(at: number): string {
    return this.answers.timeNear(at);
  }
}
