import { Component, effect, inject, input, signal } from '@angular/core';
import { lang, t } from '../ui/lang';
import { CopyField } from './copy-field';
import { KeyList } from './key-list';
import { Keys } from './keys';
import { wallLink, type WallLook } from './wall-link';

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

  constructor() {
    effect(() => void this.keys.open(this.hallId()));
  }

  protected async make(event: Event, look: WallLook): Promise<void> {
    event.preventDefault();
    const key = await this.keys.make('wall', look.name.trim());
    this.link.set(key === null ? '' : wallLink({ origin: location.origin, hallId: this.hallId() }, { ...look, name: look.name.trim() }, key));
  }
}
