import * as z from 'zod';
import { Id } from '../ids.js';

const rated = { counterId: Id, ticketId: Id.optional(), staffId: Id.optional() };
const level = z.int().min(1).max(5);

/** Events of a rating 评价: asked for, given by a person, or filled in by default because nobody answered. */
export const ratingEvents = {
  'rating.requested': z.looseObject(rated),
  'rating.given': z.looseObject({
    ...rated,
    level,
    dimensions: z.record(z.string().max(64), z.int().min(1).max(5)).optional(),
    comment: z.string().max(2000).optional(),
  }),
  'rating.defaulted': z.looseObject({ ...rated, level: level.optional() }),
} as const;
