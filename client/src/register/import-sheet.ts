import { Component, computed, inject, output, signal } from '@angular/core';
import { t } from '../ui/lang';
import { certificateLines, type CertificateLine } from './certificate-lines';
import { idFor } from './entries';
import { RegisterStore } from './register-store';
import { datesOf } from './said';

/** Certificates from a list: what each line will become is seen first, and each is taken or refused on its own. */
@Component({ selector: 'hb-import-sheet', templateUrl: './import-sheet.html', styleUrls: ['./record-form.css', './import-sheet.css'] })
export class ImportSheet {
  readonly left = output();

  protected readonly store = inject(RegisterStore);
  protected readonly t = t;
  protected readonly text = signal('');
  protected readonly sending = signal(false);
  /** By line: what the server said of it; empty where it was taken. */
  private readonly answers = signal<ReadonlyMap<number, string>>(new Map());
  private readonly parsed = computed(() => certificateLines(this.text(), this.store.date(this.store.now())));
  protected readonly lines = computed(() => this.parsed().map((line) => ({ ...line, refusal: line.wrong === null ? (this.answers().get(line.line) ?? '') : t().importWrong[line.wrong], taken: this.answers().get(line.line) === '' })));
  private readonly good = computed(() => this.parsed().filter(({ line, wrong }) => wrong === null && this.answers().get(line) !== ''));
  protected readonly goodCount = computed(() => this.good().length);
  protected readonly counts = computed(() => t().importCounts(this.goodCount(), this.lines().filter(({ refusal }) => refusal !== '').length));

  protected say(text: string): void {
    this.answers.set(new Map());
    this.text.set(text);
  }

  protected async choose(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    if (file) this.say((await file.text()).replace(/^\ufeff/, ''));
  }

  /** One after another: what was taken stays taken, and the list says which were refused. */
  protected async submit(event: SubmitEvent, approvedBy: string): Promise<void> {
    event.preventDefault();
    this.sending.set(true);
    for (const line of this.good()) {
      const refusal = await this.put(line, approvedBy);
      this.answers.update((answers) => new Map(answers).set(line.line, refusal));
    }
    this.sending.set(false);
    this.store.reload();
    if (this.lines().every(({ taken }) => taken)) this.left.emit();
  }

  private put({ staffId, number, issuer, from, until }: CertificateLine, approvedBy: string): Promise<string> {
    const content = { kind: 'certificate', staffId, number, issuer } as const;
    return this.store.put(idFor(content, new Set()), { title: `${staffId} · ${number}`.slice(0, 200), content, approvedBy, ...datesOf({ from, until }, this.store.timezone()) });
  }
}
