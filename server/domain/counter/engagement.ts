/** A ticket's time at a counter: called there from `startAt`, or served there from `startAt`, until `endAt` (null: still). */
export interface Engagement {
  ticketId: string;
  kind: 'calling' | 'serving';
  startAt: number;
  endAt: number | null;
}
