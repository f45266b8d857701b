import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { RoundItem as Item } from '../../../shared/rounds.js';
import { t } from '../ui/lang';
import { smallPicture } from '../ui/small-picture';
import { markOf, scoreOf, type Answers, type Photo } from './sheet';
import { thumbnailOf } from './thumbnail';

const ENDINGS: Record<string, string> = { 'image/png': '.png', 'image/webp': '.webp' };
const NAME_LENGTH = 60;

/** One item of the form: two ticks large enough for a thumb, or a score; a remark, and photos. */
@Component({ selector: 'hb-round-item', templateUrl: './round-item.html', styleUrl: './round-item.css', host: { '[class.lacks]': 'lacks()' } })
export class RoundItem {
  readonly item = input.required<Item>();
  readonly answers = input.required<Answers>();
  /** It keeps the form from being handed in. */
  readonly lacks = input(false);
  /** What is different now, of whatever the answers are by then. */
  readonly answered = output<(now: Answers) => Answers>();

  protected readonly t = t;
  protected readonly marks = ['yes', 'no'] as const;
  protected readonly score = computed(() => this.answers().scores[this.item().id]);
  protected readonly mark = computed(() => markOf(this.score()));
  protected readonly remark = computed(() => this.answers().remarks[this.item().id] ?? '');
  protected readonly photos = computed(() => this.answers().photos.filter(({ itemId }) => itemId === this.item().id));
  private readonly wanted = linkedSignal({ source: () => this.item().id, computation: () => false });
  protected readonly remarking = computed(() => this.wanted() || this.remark() !== '' || this.mark() === 'failed');

  protected tick(mark: 'yes' | 'no'): void {
    this.say(scoreOf[mark]);
  }

  protected point(text: string): void {
    const score = Math.min(100, Math.max(0, Math.round(Number(text))));
    this.say(text.trim() === '' || Number.isNaN(score) ? undefined : score);
  }

  private say(score: number | undefined): void {
    this.answered.emit((now) => {
      const others = Object.entries(now.scores).filter(([id]) => id !== this.item().id);
      return { ...now, scores: Object.fromEntries(score === undefined ? others : [...others, [this.item().id, score]]) };
    });
  }

  protected write(text: string): void {
    this.answered.emit((now) => ({ ...now, remarks: { ...now.remarks, [this.item().id]: text } }));
  }

  protected openRemark(): void {
    this.wanted.set(true);
  }

  protected async take(field: HTMLInputElement): Promise<void> {
    const files = [...(field.files ?? [])];
    field.value = ''; // the same picture may be chosen again
    for (const given of files) {
      const file = await smallPicture(given);
      const photo = { itemId: this.item().id, name: `${this.item().text.slice(0, NAME_LENGTH)}${ENDINGS[file.type] ?? '.jpg'}`, file, picture: await thumbnailOf(file) };
      this.answered.emit((now) => ({ ...now, photos: [...now.photos, photo] }));
    }
  }

  protected remove(photo: Photo): void {
    this.answered.emit((now) => ({ ...now, photos: now.photos.filter((one) => one !== photo) }));
  }
}
