/** The forms in which a day's snapshot is given away: each makes its bytes of the snapshot's own text. */
import type { KeyObject } from 'node:crypto';
import type { Daily } from '../../shared/rows/daily.js';
import { canonical } from './canonical.js';
import { signatureOf } from './signing-key.js';

export interface Form {
  type: string;
  make(text: string): string | Uint8Array | Promise<string | Uint8Array>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** A snapshot's own text, and its signature by the server's key. */
export function formsSignedBy(key: KeyObject): ReadonlyMap<string, Form> {
  return new Map([
    ['json', { type: JSON_TYPE, make: (text: string) => text }],
    ['sig', { type: JSON_TYPE, make: (text: string) => canonical(signatureOf(key, (JSON.parse(text) as Daily).sha256)) }],
  ]);
}
