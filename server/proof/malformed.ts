/** A file that is cut short, or not what its first bytes say it is. */
export class Malformed extends Error {}

/** A file of more parts than any camera writes would take too long to walk through. */
export const MOST_PARTS = 10_000;

export function textAt(bytes: Buffer, at: number, length: number): string {
  return bytes.toString('latin1', at, at + length);
}
