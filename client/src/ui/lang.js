import { computed, signal } from '@angular/core';
import { en, zh } from './words';
/** Chinese unless the address asks for English (`?lang=en`). */
export function langIn(search) {
    return new URLSearchParams(search).get('lang')?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
const chosen = signal(langIn(location.search));
/** The language of the page, and all its words: `t().live`. */
export const lang = chosen.asReadonly();
export const t = computed(() => (chosen() === 'zh' ? zh : en));
/** The label of a word of the contract, in the page's language. */
export function label(word) {
    return word[chosen()];
}
/** Switches at once, and in the address too, so that a reload keeps it. */
export function setLang(to) {
    chosen.set(to);
    const address = new URL(location.href);
    address.searchParams.set('lang', to);
    history.replaceState(history.state, '', address);
}
//# sourceMappingURL=lang.js.map