import { Component, computed, effect, input, model, output, signal } from '@angular/core';
import { t } from './lang';
import { problemOf } from './problem-of';
import { ProofView, type Proof } from './proof';
import { smallPicture } from './small-picture';

type Kept = { kind: 'ok'; body: { id: string } } | { kind: 'problem'; code: string; detail: string } | { kind: 'away' };

const MOST = 10;

/**
 * Proof of a deed: photographs and documents, picked, taken, dropped or pasted. Each is kept at once, and the form sends its id and name.
 *
 *     <hb-attach [keep]="keep" [address]="address" [(proof)]="proof" (busy)="waits.set($event)" />
 *
 * `keep` keeps a file and answers its id: `HallDoor.attach`, or a box of one's own for as long as there is no line. `address`: where a kept
 * one is shown from: `HallDoor.attachmentAt`. `busy`: whether one is still on its way.
 */
@Component({
  selector: 'hb-attach',
  imports: [ProofView],
  templateUrl: './attach.html',
  styleUrl: './attach.css',
  host: { '[class.over]': 'dragged()', '(document:paste)': 'paste($event)', '(dragover)': 'over($event)', '(dragleave)': 'dragged.set(false)', '(drop)': 'drop($event)' },
})
export class Attach {
  readonly keep = input.required<(file: Blob) => Promise<Kept>>();
  readonly address = input.required<(id: string) => string>();
  readonly proof = model<readonly Proof[]>([]);
  readonly busy = output<boolean>();

  protected readonly t = t;
  protected readonly sending = signal<readonly string[]>([]);
  protected readonly problems = signal<readonly string[]>([]);
  protected readonly dragged = signal(false);
  private readonly isBusy = computed(() => this.sending().length > 0);

  constructor() {
    effect(() => this.busy.emit(this.isBusy()));
  }

  protected pick({ target }: Event): void {
    const picker = target as HTMLInputElement;
    void this.take([...(picker.files ?? [])]);
    picker.value = ''; // the same file may be picked again
  }

  protected paste(event: ClipboardEvent): void {
    this.takeFrom(event, event.clipboardData);
  }

  protected over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragged.set(true);
  }

  protected drop(event: DragEvent): void {
    this.dragged.set(false);
    this.takeFrom(event, event.dataTransfer);
  }

  protected remove(id: string): void {
    this.proof.update((all) => all.filter((one) => one.id !== id));
  }

  private takeFrom(event: Event, given: DataTransfer | null): void {
    if (!given?.files.length) return;
    event.preventDefault();
    void this.take([...given.files]);
  }

  private async take(files: File[]): Promise<void> {
    this.problems.set([]);
    const free = MOST - this.proof().length - this.sending().length;
    if (files.length > free) this.problems.set([t().attachTooMany]);
    const taken = files.slice(0, free);
    this.sending.update((names) => [...names, ...taken.map(({ name }) => name)]);
    for (const file of taken) await this.send(file);
  }

  private async send(file: File): Promise<void> {
    const small = await smallPicture(file);
    const answer = await this.keep()(small);
    this.sending.update((names) => names.toSpliced(names.indexOf(file.name), 1));
    if (answer.kind === 'ok') this.add({ id: answer.body.id, name: nameOf(file, small === file) });
    else this.problems.update((all) => [...all, t().attachRefused(file.name, problemOf(answer))]);
  }

  private add(one: Proof): void {
    if (!this.proof().some(({ id }) => id === one.id)) this.proof.update((all) => [...all, one]);
  }
}

/** Short enough to be kept, with the ending of what was sent. */
function nameOf({ name }: File, asIs: boolean): string {
  const [, stem, ending = ''] = /^(.*?)(\.\w+)?$/.exec(name)!;
  return `${stem!.slice(0, 100)}${asIs ? ending : '.jpg'}`;
}
