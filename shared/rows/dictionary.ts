import * as z from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });

/** What a figure means, as the code that computes it says. `key` as in contract §5, `waitMs.p90`. */
export const DictionaryEntry = z.object({ key: z.string(), name: both, formula: both, boundaries: both, unit: z.string(), source: z.string(), version: z.int() });
export type DictionaryEntry = z.infer<typeof DictionaryEntry>;

/** `GET /api/v1/dictionary`. */
export const Dictionary = z.object({ figures: z.array(DictionaryEntry) });
export type Dictionary = z.infer<typeof Dictionary>;
