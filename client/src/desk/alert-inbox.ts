import { afterRenderEffect, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { severities } from '../../../shared/glossary/states.js';
import { whose, type Whose } from '../hall/inbox';
import { Glyph } from '../ui/glyph';
import { label, t } from '../ui/lang';
import { Deeds } from './deeds';
import { Inbox, type InboxRow } from './inbox';

/** So many lines at first, and more each time they are asked for: a storm must not stop the page. */
const PAGE = 200;

/** The list of what needs somebody, worst first; many of one cause as one. */
@Component({ selector: 'hb-alert-inbox', imports: [Glyph], templateUrl: './alert-inbox.html', styleUrl: './alert-inbox.css' })
export class AlertInbox {
  protected readonly inbox = inject(Inbox);
  protected readonly deeds = inject(Deeds);
  protected readonly t = t;
  protected readonly whose = whose;
  private readonly room = signal(PAGE);
  private readonly page: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly lines = computed(() => this.inbox.rows().slice(0, this.room()));
  protected readonly hidden = computed(() => Math.min(PAGE, this.inbox.rows().length - this.lines().length));
  protected readonly nothing = computed(() => ({ all: t().nothingOpen, mine: t().nothingMine, unowned: t().nothingUnowned })[this.inbox.whose()]);

  constructor() {
    afterRenderEffect(() => {
      const id = this.inbox.cursor();
      this.lines(); // a line that moved to another place has lost the keyboard
      this.inbox.chosen(); // and so has one that was hidden behind its alert
      const focused = document.activeElement;
      if (id && (focused === document.body || focused?.classList.contains('open'))) this.find(id)?.focus();
    });
  }

  protected whoseWord(one: Whose): string {
    return { all: t().whoseAll, mine: t().whoseMine, unowned: t().whoseUnowned }[one];
  }

  protected severityWord(row: InboxRow): string {
    return label(severities[row.line.severity]);
  }

  protected more(): void {
    this.room.update((room) => room + PAGE);
  }

  protected open(row: InboxRow): void {
    this.inbox.cursor.set(row.id);
    if (row.isGroup) this.inbox.toggle(row.id);
    else this.inbox.choose(row.id);
  }

  protected tickedOf(row: InboxRow): readonly string[] {
    return row.untaken.filter((id) => this.inbox.ticked().has(id));
  }

  protected takeAll(row: InboxRow): void {
    const ticked = this.tickedOf(row);
    for (const id of ticked.length > 0 ? ticked : row.untaken) void this.deeds.do('acknowledge', id);
    this.inbox.ticked.set(new Set());
  }

  private find(id: string): HTMLElement | undefined {
    return [...this.page.querySelectorAll<HTMLElement>('.open')].find((line) => line.dataset['id'] === id);
  }
}
