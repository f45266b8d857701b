/** What the figures mean: the dictionary the server computes by, asked for when somebody first wants to know. */
import { Injectable, signal } from '@angular/core';
import type { Dictionary, DictionaryEntry } from '../../../shared/rows/dictionary.js';
import { answered, ask } from '../feed/ask';

@Injectable()
export class Definitions {
  readonly shown = signal<DictionaryEntry[] | null>(null);
  readonly refused = signal(false);
  private entries: Promise<DictionaryEntry[] | null> | null = null;

  /** The entry of a figure and those under it; all of them without a key. */
  async open(key = ''): Promise<void> {
    this.entries ??= read();
    const entries = await this.entries;
    this.refused.set(entries === null);
    if (entries === null) this.entries = null;
    this.shown.set((entries ?? []).filter((entry) => isUnder(entry.key, key)));
  }

  close(): void {
    this.shown.set(null);
  }
}

function isUnder(entry: string, key: string): boolean {
  return key === '' || entry === key || entry.startsWith(`${key}.`) || key.startsWith(`${entry}.`);
}

async function read(): Promise<DictionaryEntry[] | null> {
  const answer = await ask<Dictionary>('GET', '/api/v1/dictionary');
  return answered(answer)?.entries ?? null;
}
