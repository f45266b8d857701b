/**
 * A ticket's time at a counter: called there from `startAt`, or served there from `startAt`, until `endAt` (null: still).
 * The seqs of the facts that began and ended it say what came first within one instant.
 */
export interface Engagement {
  ticketId: string;
  kind: 'calling' | 'serving';
  startAt: number;
  startSeq: number;
  endAt: number | null;
  endSeq: number | null;
}
