import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { lang } from '../ui/lang';
import { panelIn, smallestText, type Panel } from '../ui/panel';
import { CopyField } from './copy-field';
import { KeyList } from './key-list';
import { Keys } from './keys';
import { wallLink, type WallLook } from './wall-link';
import { t } from './words';

/** A wall is one link: made here with a key of its own, opened once on the screen, revoked here. */
@Component({
  selector: 'hb-walls-section',
  imports: [CopyField, KeyList],
  templateUrl: './walls-section.html',
})
export class WallsSection {
  readonly hallId = input.required<string>();

  protected readonly keys = inject(Keys);
  protected readonly t = t;
  protected readonly startLang = lang();
  protected readonly link = signal('');
  private readonly panel = signal<Panel | null>(null);
  /** How far the smallest text carries on the panel that is written in the form. */
  protected readonly legible = computed(() => {
    const panel = this.panel();
    if (!panel) return '';
    const { mm, from, inchNeeded } = smallestText(panel);
    return from >= panel.dist ? t().allLegible(mm.toFixed(0), panel.dist) : t().someLegible(mm.toFixed(0), metres(from), panel.dist) + t().inchNeeded(Math.ceil(inchNeeded));
  });

  constructor() {
    effect(() => void this.keys.open(this.hallId()));
  }

  protected size(asked: { inch: string; dist: string }): void {
    this.panel.set(panelIn(new URLSearchParams(asked).toString()));
  }

  protected async make(event: Event, look: WallLook): Promise<void> {
    event.preventDefault();
    const key = await this.keys.make('wall', look.name.trim());
    this.link.set(key === null ? '' : wallLink({ origin: location.origin, hallId: this.hallId() }, { ...look, name: look.name.trim() }, key));
  }
}

/** Rounded down: what is said to be read is read. */
function metres(length: number): string {
  return (Math.floor(length * 10) / 10).toFixed(1);
}
