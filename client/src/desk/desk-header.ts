import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { Account } from '../ui/account';
import { Glyph, type GlyphName } from '../ui/glyph';
import { t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { Caller } from './caller';
import { HallDoor } from './hall-door';
import { Notices } from './notices';
import { Today } from './today';

/** Which hall, how fresh, how hard the alerts press, and whether the desk can be heard. */
@Component({
  selector: 'hb-desk-header',
  imports: [Account, Glyph, LangSwitch, RouterLink],
  templateUrl: './desk-header.html',
  styleUrl: './desk-header.css',
})
export class DeskHeader {
  protected readonly feed = inject(HallFeed);
  protected readonly answers = inject(HallAnswers);
  protected readonly session = inject(Session);
  protected readonly door = inject(HallDoor);
  protected readonly caller = inject(Caller);
  protected readonly notices = inject(Notices);
  protected readonly load = inject(Today).load;
  protected readonly t = t;

  /** Nobody's, once they have logged out. */
  protected readonly hall = computed(() => (this.session.who() === null ? undefined : this.answers.hall()));
  protected readonly inTime = computed(() => this.feed.freshness() === 'live' && !this.answers.silent() && this.answers.delaySeconds() === null);
  protected readonly glyph = computed<GlyphName>(() => (this.inTime() ? 'serving' : 'warning'));
  protected readonly dataTime = computed(() => timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()));
  protected readonly fresh = computed(() => {
    const silence = this.answers.silenceSeconds();
    switch (this.feed.freshness()) {
      case 'live':
        return silence === null ? (this.inTime() ? t().live : t().feedLate) : t().dataSilent(silence);
      case 'lost':
        return t().lost;
      default:
        return t().reconnecting;
    }
  });
  protected readonly permissionWord = computed(() => ({ granted: t().notifyOn, denied: t().notifyDenied, none: t().notifyNone, default: '' })[this.notices.permission()]);
}
