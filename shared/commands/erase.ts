import * as z from 'zod';
import { Remark } from '../ids.js';

/** `POST …/journal/{seq}/erase` and `POST …/tickets/{ticketId}/erase`: why free texts go; it stands in the journal in their stead. */
export const EraseTexts = z.strictObject({ reason: Remark });
/** The events that held texts. */
export const ErasedAnswer = z.object({ seqs: z.array(z.int()) });
export type ErasedAnswer = z.infer<typeof ErasedAnswer>;
