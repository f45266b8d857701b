import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { HallAnswers } from '../hall/hall-answers';
import { Account } from '../ui/account';
import { Glyph } from '../ui/glyph';
import { langInAddress, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';

/** Which hall, how many complaints nobody replied to, and the ways to its other pages. */
@Component({
  selector: 'hb-ledger-header',
  imports: [Account, Glyph, LangSwitch, RouterLink],
  template: `
    <h1>{{ t().ledgerOf(answers.hall()?.name ?? door.hallId()) }}</h1>
    @if (answers.hall()?.cases; as counts) {
      <span class="gauge">{{ t().unansweredCases }} <strong [class.near]="counts.unanswered > 0">{{ counts.unanswered }}</strong></span>
    }
    @if (cut(); as word) {
      <strong class="near" role="status"><hb-glyph name="warning" /> {{ word }}</strong>
    }
    <nav>
      @if (session.who(); as who) {
        <a class="plain" [routerLink]="['/appraisal', door.hallId()]" [queryParams]="{ lang: langInAddress() }">{{ t().appraisal }}</a>
        <a class="plain" [routerLink]="['/desk', door.hallId()]" [queryParams]="{ lang: langInAddress() }">{{ t().desk }}</a>
        <hb-account [username]="who.username" [role]="who.role" (logOut)="session.logOut()" />
      }
      <hb-lang-switch />
    </nav>
  `,
  styles: `
    :host,
    nav {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.5rem 1.25rem;
    }
    h1 {
      flex: 1 1 14rem;
      margin: 0;
      font-size: 1.375rem;
      line-height: 1.4;
      color: var(--figure);
      overflow-wrap: anywhere;
    }
    .gauge strong:not(.near) {
      color: var(--figure);
    }
    @media print {
      nav {
        display: none;
      }
    }
    hb-glyph {
      vertical-align: -0.125em;
    }
  `,
})
export class LedgerHeader {
  protected readonly door = inject(HallDoor);
  protected readonly answers = inject(HallAnswers);
  protected readonly session = inject(Session);
  private readonly feed = inject(HallFeed);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  /** Why the page does not hear of changes by itself, while it does not. */
  protected readonly cut = computed(() => {
    const freshness = this.feed.freshness();
    return freshness === 'lost' ? t().lost : freshness === 'reconnecting' ? t().reconnecting : '';
  });
}
