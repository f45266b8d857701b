/** The satisfaction of a month 满意度月报: what people said of the service, what for, and what was done about it. */
import * as z from 'zod';
import { caseCategories } from '../glossary/cases.js';
import { ratingDimensions } from '../glossary/ratings.js';
import { idsOf } from '../glossary/word.js';
import { Levels, RatingFigures } from './figures.js';

const count = z.int();
const maybeText = z.string().nullable();

const Group = z.object({ id: z.string(), name: z.string(), rating: RatingFigures });

/** Ratings of a place within thirty days: how many, and the satisfied share. */
const Around = z.object({ given: count, satisfiedShare: z.number().nullable() });

/** `GET …/satisfaction?month=2026-11`, told from the days' snapshots and the ledgers. */
export const Satisfaction = z.object({
  hallId: z.string(),
  hallName: z.string(),
  month: z.string(),
  timezone: z.string(),
  /** Days of the month that have a snapshot. */
  days: count,
  /** Services that ended: what the rated share is of. */
  ended: count,
  rating: RatingFigures,
  /** Those with a rating, the most rated first. */
  services: z.array(Group),
  counters: z.array(Group),
  dimensions: z.array(z.object({ id: z.enum(idsOf(ratingDimensions)), count, mean: z.number().nullable(), low: count, byLevel: Levels })),
  /** What people were not content with: complaints and return visits of the month that were not rejected, and low marks; the most first. */
  causes: z.array(z.object({ id: z.enum(idsOf(caseCategories)), cases: count, low: count })),
  /** Cases rectified in the month, with the ratings of their place in the thirty days before they came and after they were mended. */
  improvements: z.array(z.object({
    caseId: z.string(), title: z.string(), category: z.enum(idsOf(caseCategories)).nullable(), counterId: maybeText, serviceId: maybeText,
    openedAt: z.number(), rectifiedAt: z.number(), before: Around, after: Around,
  })),
});
export type Satisfaction = z.infer<typeof Satisfaction>;
