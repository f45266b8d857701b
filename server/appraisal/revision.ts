import { Problem } from '../problem.js';

/** Null: as it stands. */
export function revisionIn(asked: string | undefined): number | null {
  if (asked === undefined || asked === '') return null;
  if (/^[1-9]\d{0,5}$/.test(asked)) return Number(asked);
  throw new Problem(400, 'revision', `revision=${asked.slice(0, 40)} was refused: it must be a number from 1 on.`, { field: 'revision' });
}
