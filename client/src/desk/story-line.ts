import { Component, computed, inject, input } from '@angular/core';
import type { AlertStory } from '../../../shared/commands/alert.js';
import { eventWords } from '../../../shared/glossary/event-types.js';
import { Colleagues } from '../feed/colleagues';
import { timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { stepsOf, type Step } from '../hall/story';
import { label, t } from '../ui/lang';

/** An alert's story on a line: what its subject did in outline, what was done about it solid. */
@Component({
  selector: 'hb-story-line',
  template: `
    <h3>{{ t().story }}</h3>
    @if (told().left > 0) {
      <p>{{ t().storyLeft(told().left) }}</p>
    }
    <ol>
      @for (step of told().steps; track $index) {
        <li [class.deed]="isDeed(step)">
          <time>{{ time(step) }}</time>
          <span>{{ words(step) }}</span>
        </li>
      }
    </ol>
  `,
  styleUrl: './story-line.css',
})
export class StoryLine {
  readonly story = input.required<AlertStory>();

  private readonly answers = inject(HallAnswers);
  private readonly colleagues = inject(Colleagues);
  protected readonly t = t;
  protected readonly told = computed(() => stepsOf(this.story()));

  protected isDeed({ what }: Step): boolean {
    return 'deed' in what;
  }

  protected time({ at }: Step): string {
    return timeWithSeconds(at, this.answers.timezone());
  }

  protected words({ what, by, text }: Step): string {
    if ('event' in what) return [what.event in eventWords ? label(eventWords[what.event as keyof typeof eventWords]) : what.event, text].filter(Boolean).join(' · ');
    const who = by === null ? '' : this.colleagues.nameOf(by);
    if (what.deed === 'assigned') return `${who} · ${t().deedDone(what.deed)} ${this.colleagues.nameOf(text)}`;
    if (what.deed === 'escalated') return `${t().deedDone(what.deed)} ${t().levelOf(text)}`;
    return [who, t().deedDone(what.deed), text].filter(Boolean).join(' · ');
  }
}
