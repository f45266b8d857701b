import { Component, computed, inject } from '@angular/core';
import { counterStates, sourceStates } from '../../../shared/glossary/states.js';
import { version } from '../../../package.json';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph, type GlyphName } from '../ui/glyph';
import { label, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { WallPages } from './pages';

const STATES = ['serving', 'calling', 'open', 'paused', 'closed'] as const;
const SEVERITIES = [
  { glyph: 'over', word: 'legendOver' },
  { glyph: 'near', word: 'legendNear' },
] as const;
/** More names than these do not fit; the rest is counted. */
const NAMED_SOURCES = 2;

/** The legend, always: a wall has no tooltips. Then where the data come from, what is not today's truth, and the build. */
@Component({
  selector: 'hb-wall-footer',
  imports: [Glyph, LangSwitch],
  templateUrl: './wall-footer.html',
  styleUrl: './wall-footer.css',
})
export class WallFooter {
  protected readonly answers = inject(HallAnswers);
  protected readonly pages = inject(WallPages);
  protected readonly t = t;
  protected readonly version = version;

  /** Where nothing was promised there is nothing to pass. */
  private readonly limited = computed(() => this.answers.queues().some((queue) => queue.limitMs !== null));
  protected readonly legend = computed<{ glyph: GlyphName; word: string }[]>(() => [
    ...(this.answers.observed() ? [] : STATES.map((state) => ({ glyph: state, word: label(counterStates[state]) }))),
    ...(this.limited() ? SEVERITIES.map(({ glyph, word }) => ({ glyph, word: t()[word] })) : []),
    { glyph: 'stale', word: t().legendStale },
  ]);

  protected readonly ill = computed(() => this.answers.sources().filter((source) => source.state !== 'live'));
  protected readonly sources = computed(() => {
    const [all, ill] = [this.answers.sources(), this.ill()];
    if (all.length === 0) return t().noSources;
    if (ill.length === 0) return t().sourcesAll(all.length);
    if (ill.length > NAMED_SOURCES) return t().sourcesSilent(ill.length);
    return ill.map((source) => `${source.name} ${label(sourceStates[source.state])}`).join(' · ');
  });
}
