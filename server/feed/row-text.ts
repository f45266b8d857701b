/**
 * The text of a hall's rows for one audience, made once for all who ask while nothing changes: after a power cut a building of walls
 * asks at once. The text of many rows is made in slices.
 */
import { createHash } from 'node:crypto';
import { turnOf } from '../live/turns.js';
import { canonicalText, piecesOf, sortRows, takeRows } from './canonical-rows.js';

/** To put so many in order would take as long as a slice may; what is shown of more is not proven. */
const MOST_PROVEN = 20_000;

export interface RowText {
  seq: number;
  bytes: Buffer[];
  hash: string | null;
}

export interface TextAsked {
  hallId: string;
  seq: number;
  tables: Parameters<typeof takeRows>[0];
}

/** At once. */
export function rowText(asked: TextAsked): RowText {
  const making = new Making(asked);
  while (making.goOn());
  return making.text;
}

export async function rowTextInSlices(asked: TextAsked): Promise<RowText> {
  const making = new Making(asked);
  do await turnOf(asked.hallId);
  while (making.goOn());
  return making.text;
}

class Making {
  private readonly pieces: Generator<string, void>;
  private readonly hash;
  readonly bytes: Buffer[] = [];

  constructor(private readonly asked: TextAsked) {
    const taken = takeRows(asked.tables);
    const proven = taken.reduce((sum, [, rows]) => sum + rows.length, 0) <= MOST_PROVEN;
    if (proven) sortRows(taken);
    this.pieces = piecesOf(taken, proven ? canonicalText : JSON.stringify);
    this.hash = proven ? createHash('sha256') : null;
  }

  /** One piece more; false when there is none. */
  goOn(): boolean {
    const piece = this.pieces.next();
    if (piece.done) return false;
    const bytes = Buffer.from(piece.value);
    this.bytes.push(bytes);
    this.hash?.update(bytes);
    return true;
  }

  get text(): RowText {
    return { seq: this.asked.seq, bytes: this.bytes, hash: this.hash?.digest('hex') ?? null };
  }
}
