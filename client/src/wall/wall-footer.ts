import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map, timer } from 'rxjs';
import { counterStates, sourceStates } from '../../../shared/glossary/states.js';
import { version } from '../../../package.json';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph, type GlyphName } from '../ui/glyph';
import { label, t } from '../ui/lang';
import { lasted } from '../ui/lasted';
import { LangSwitch } from '../ui/lang-switch';
import { Legibility } from './legibility';
import { WallPages } from './pages';
import { SoundSwitch } from './sound-switch';

interface Entry {
  glyph: GlyphName;
  word: string;
  /** Drawn as the border or the ground of a tile. */
  tile: boolean;
}

const FREE = ['serving', 'calling', 'open'] as const;
const TILES = ['paused', 'closed'] as const;
/** More names than these do not fit; the rest is counted. */
const NAMED_SOURCES = 2;
const HANGING_MS = 60_000;

/** The legend, always: a wall has no tooltips. Then where the data come from, what is not today's truth, and which wall this is. */
@Component({
  selector: 'hb-wall-footer',
  imports: [Glyph, LangSwitch, SoundSwitch],
  templateUrl: './wall-footer.html',
  styleUrl: './wall-footer.css',
})
export class WallFooter {
  /** What the wall's address calls it. */
  readonly name = input('');
  readonly sound = input(false);

  protected readonly answers = inject(HallAnswers);
  protected readonly pages = inject(WallPages);
  protected readonly t = t;
  protected readonly version = version;

  private readonly hung = toSignal(timer(HANGING_MS).pipe(map(() => true)), { initialValue: false });
  private readonly legibility = inject(Legibility);
  /** For whoever is hanging the wall. */
  protected readonly note = computed(() => (this.hung() ? '' : this.legibility.note()));

  protected readonly legend = computed<Entry[]>(() => {
    const stale = { glyph: 'stale', word: t().legendStale, tile: true } as const;
    if (this.answers.observed()) return [stale];
    return [
      { glyph: 'breach', word: t().legendBreach, tile: false },
      { glyph: 'warning', word: t().legendWarning, tile: false },
      stale,
      ...TILES.map((state) => ({ glyph: state, word: label(counterStates[state]), tile: true })),
      ...FREE.map((state) => ({ glyph: state, word: label(counterStates[state]), tile: false })),
    ];
  });

  protected readonly ill = computed(() => this.answers.sources().filter((source) => source.state !== 'live'));
  /** What a clock stamps that is off stands elsewhere; the time of a replayed day is nobody's fault. */
  private readonly clocks = computed(() => {
    const off = this.answers.hall()?.speed === 1 ? this.answers.sources().filter(({ offMs }) => offMs !== 0) : [];
    if (off.length > NAMED_SOURCES) return t().clocksOff(off.length);
    return off.map(({ name, offMs }) => t().clockOff(name, lasted(Math.abs(offMs)), offMs > 0)).join(' · ');
  });
  protected readonly sources = computed(() => {
    const [all, ill] = [this.answers.sources(), this.ill()];
    if (all.length === 0) return t().noSources;
    if (ill.length === 0) return this.clocks() || t().sourcesAll(all.length);
    if (ill.length > NAMED_SOURCES) return t().sourcesSilent(ill.length);
    return ill.map((source) => `${source.name} ${label(sourceStates[source.state])}`).join(' · ');
  });
}
