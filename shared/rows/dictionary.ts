import * as z from 'zod';

const Text = z.object({ zh: z.string(), en: z.string() });

/** What a figure is: how it is worked out, in which unit, after whom, and where it begins and ends. */
export const DictionaryEntry = z.object({
  /** As in a daily snapshot: `waitMs.p90`; of the day's curve `quarter.waiting`. */
  key: z.string(),
  name: Text,
  formula: Text,
  unit: z.enum(['count', 'ms', 'share', 'level', 'instant', 'text']),
  /** Who else counts it so; `local` where nobody does. */
  source: z.string(),
  boundaries: Text,
  /** Goes up when the figure is worked out in another way. */
  version: z.int(),
});
export type DictionaryEntry = z.infer<typeof DictionaryEntry>;

/** The dictionary 指标说明 of every figure. */
export const Dictionary = z.object({ entries: z.array(DictionaryEntry) });
export type Dictionary = z.infer<typeof Dictionary>;
