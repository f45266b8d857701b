import { Component, computed, inject, input } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { alertLine, groupLine } from '../ui/alert-lines';
import { AlertVoice } from '../ui/alert-voice';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';

/** The only place of the wall with sentences: what is broken, worst first, and who has it. In a flood, by place and cause. */
@Component({
  selector: 'hb-alert-list',
  imports: [AlertVoice, Glyph],
  templateUrl: './alert-list.html',
  styleUrl: './alert-list.css',
})
export class AlertList {
  /** How many there is room for. */
  readonly slots = input.required<number>();

  protected readonly answers = inject(HallAnswers);
  protected readonly t = t;

  private readonly all = computed(
    () =>
      this.answers.flood()
        ? this.answers.alertGroups().map((group) => groupLine(group, t()))
        : this.answers.alerts().map((alert) => alertLine(alert, t())),
    { equal: sameList },
  );
  protected readonly lines = computed(() => this.all().slice(0, this.slots()));
  protected readonly title = computed(() => (this.answers.flood() ? t().alertFlood : t().alerts));
  protected readonly beside = computed(() => {
    if (this.all().length === 0) return t().noAlerts;
    const hidden = this.all().slice(this.slots()).filter((line) => !line.resolved).length;
    return hidden > 0 ? t().moreAlerts(hidden) : '';
  });
}
