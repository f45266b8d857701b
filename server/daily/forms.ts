/** The forms in which a day's snapshot is given away: each makes its bytes of the snapshot's own text. */
export interface Form {
  type: string;
  make(text: string): string | Uint8Array | Promise<string | Uint8Array>;
}

export const forms: ReadonlyMap<string, Form> = new Map([['json', { type: 'application/json; charset=utf-8', make: (text: string) => text }]]);
