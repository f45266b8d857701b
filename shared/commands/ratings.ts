import * as z from 'zod';
import { ratingDimensions } from '../glossary/ratings.js';
import { idsOf } from '../glossary/word.js';
import { Id, Text } from '../ids.js';

const level = z.int().min(1).max(5);
/** What the link of the ticket carries: proof that whoever asks holds the ticket. */
const ofTicket = { ticketId: Id, token: z.string().min(1).max(64) };

/** `POST …/ratings/page`: the page of a ticket was opened. */
export const OpenRating = z.strictObject(ofTicket);

/** `POST …/ratings`: one rating a ticket 一次一评, by nobody's name. */
export const GiveRating = z.strictObject({
  ...ofTicket,
  level,
  dimensions: z.partialRecord(z.enum(idsOf(ratingDimensions)), level).optional(),
  comment: Text.trim().min(1).max(500).optional(),
});
export type GiveRating = z.infer<typeof GiveRating>;

export const ratingStates = ['early', 'open', 'rated'] as const;

/** What the page of a ticket shows. `early`: nobody has served it yet; `rated`: it was rated already. */
export const RatingPage = z.object({
  hall: z.string(),
  number: z.string(),
  service: z.string().nullable(),
  counter: z.string().nullable(),
  state: z.enum(ratingStates),
});
export type RatingPage = z.infer<typeof RatingPage>;

/** `GET …/tickets/{ticketId}/rating-link`: where its holder rates it. */
export const RatingLink = z.object({ url: z.string() });
export type RatingLink = z.infer<typeof RatingLink>;
