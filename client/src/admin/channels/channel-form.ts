import { afterNextRender, Component, computed, ElementRef, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { SwPush } from '@angular/service-worker';
import type { ChannelEntry, ChannelTarget, PutChannel } from '../../../../shared/commands/channel.js';
import type { ColleaguesAnswer } from '../../../../shared/commands/people.js';
import { severities } from '../../../../shared/glossary/states.js';
import { idsOf } from '../../../../shared/glossary/word.js';
import { label } from '../../ui/lang';
import { Refused } from '../refused';
import { freshSecret, kinds, pushTarget, targetOf, type Kind } from './target';
import { t } from '../words';

type Severity = ChannelEntry['severities'][number];

/** One channel as it is to be. Where it leads is only ever written: of a known one it stays, unless it is to be another. */
@Component({
  selector: 'hb-channel-form',
  imports: [Refused],
  templateUrl: './channel-form.html',
})
export class ChannelForm {
  readonly channel = input<ChannelEntry | null>(null);
  readonly isAdmin = input.required<boolean>();
  readonly colleagues = input.required<ColleaguesAnswer['people']>();
  /** What a browser subscribes with. */
  readonly vapidKey = input.required<string>();
  readonly given = output<PutChannel>();
  readonly dropped = output();

  protected readonly t = t;
  protected readonly kinds = kinds;
  protected readonly severityIds = idsOf(severities);
  protected readonly freshSecret = freshSecret();
  protected readonly kind = linkedSignal<Kind>(() => this.channel()?.kind ?? 'wecom');
  protected readonly heard = linkedSignal<readonly Severity[]>(() => this.channel()?.severities ?? this.severityIds);
  protected readonly retargets = linkedSignal(() => this.channel() === null);
  protected readonly pushProblem = signal('');
  /** Whoever has it now is offered too, gone or not. */
  protected readonly people = computed(() => {
    const [known, owner] = [this.colleagues(), this.channel()?.person];
    return owner && !known.some(({ username }) => username === owner) ? [...known, { username: owner, name: owner }] : known;
  });
  private readonly push = inject(SwPush, { optional: true });
  private readonly form = viewChild.required<ElementRef<HTMLFormElement>>('form');

  constructor() {
    afterNextRender(() => this.form().nativeElement.querySelector<HTMLElement>('input, select')?.focus());
  }

  protected severityWord(severity: Severity): string {
    return label(severities[severity]);
  }

  protected pick(kind: string): void {
    this.kind.set(kinds.find((one) => one === kind) ?? 'webhook');
  }

  protected turn(severity: Severity): void {
    this.heard.update((heard) => this.severityIds.filter((one) => heard.includes(one) !== (one === severity)));
  }

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const said = (field: string): string => (form.get(field) as string | null)?.trim() ?? '';
    const target = this.retargets() ? await this.target(form) : undefined;
    if (target === null) return;
    const person = said('person');
    this.given.emit({ name: said('name'), severities: [...this.heard()], allHalls: form.has('allHalls'), ...(person ? { person } : {}), ...(target ? { target } : {}) });
  }

  /** Null where this browser gives no subscription. */
  private async target(form: FormData): Promise<ChannelTarget | null> {
    const kind = this.kind();
    if (kind !== 'webPush') return targetOf(kind, form);
    if (!this.push?.isEnabled) return this.refusePush(t().pushNeedsHttps);
    try {
      return pushTarget((await this.push.requestSubscription({ serverPublicKey: this.vapidKey() })).toJSON());
    } catch {
      return this.refusePush(t().pushDenied); // NotAllowedError, or AbortError where no push service is reached
    }
  }

  private refusePush(why: string): null {
    this.pushProblem.set(why);
    return null;
  }
}
