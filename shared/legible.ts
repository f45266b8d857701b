/** Half of a surrogate pair: canonical JSON has no form for it, so no row may hold one (W3). */
const HALF = /\p{Cs}/gu;
/** Controls, and what turns the direction of the text beside it: a name with them could pass for another, or break a line of a list. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const BREAKS = /[\t\n]/;

/** The text as a screen may show it: half a character as nobody can read it (�), nothing that is not seen but spaces and line breaks. */
export function legible(text: string): string {
  return text.replace(HALF, '\ufffd').replace(UNSEEN, (unseen) => (BREAKS.test(unseen) ? unseen : ''));
}
