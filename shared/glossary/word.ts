/** A word of the glossary: its id is what code, API and files say; its labels are what screens show. */
export interface Word {
  readonly zh: string;
  readonly en: string;
}

/** The ids of a closed word list, in the order in which they are written. */
export function idsOf<T extends Record<string, Word>>(words: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
}
