import { computed, signal } from '@angular/core';
import type { Word } from '../../../shared/glossary/word.js';
import { en, zh } from './words';

export type Lang = 'zh' | 'en';

/** Chinese unless the address asks for English (`?lang=en`). */
export function langIn(search: string): Lang {
  return new URLSearchParams(search).get('lang')?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

const chosen = signal<Lang>(langIn(location.search));

/** The language of the page, and all its words: `t().live`. */
export const lang = chosen.asReadonly();
export const t = computed(() => (chosen() === 'zh' ? zh : en));

/** Those and more: words that only the pages of one chunk say are loaded with it. */
export function withWords<More extends object>(more: { zh: More; en: More }): () => typeof zh & More {
  return computed(() => (chosen() === 'zh' ? { ...zh, ...more.zh } : { ...en, ...more.en }));
}

/** What a link within the page says of the language: nothing where it is the usual one. */
export const langInAddress = computed(() => (chosen() === 'zh' ? null : chosen()));

/** The label of a word of the contract, in the page's language. */
export function label(word: Word): string {
  return word[chosen()];
}

/** Switches at once, and in the address too, so that a reload keeps it. */
export function setLang(to: Lang): void {
  chosen.set(to);
  const address = new URL(location.href);
  address.searchParams.set('lang', to);
  history.replaceState(history.state, '', address);
}
