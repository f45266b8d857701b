import { caseCategories } from './cases.js';
import type { Word } from './word.js';

const { attitude, efficiency, quality, environment } = caseCategories;

/** What a rating 评价 may speak of beside its level: the same words as a complaint's, so that both lead to the same causes. */
export const ratingDimensions = { attitude, efficiency, quality, environment } as const satisfies Record<string, Word>;
export type RatingDimension = keyof typeof ratingDimensions;

/** Levels of at most this are bad ratings 差评. */
export const BAD_LEVEL = 2;
