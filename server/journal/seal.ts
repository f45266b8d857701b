/** What is worked out from the chain and kept has no hash of the chain's: it ends in its own, and is as good as not kept once that does not hold. */
import { createHash } from 'node:crypto';

const SEAL_BYTES = 32;
export const NO_SEAL: Uint8Array = new Uint8Array(0);

const hashOf = (state: Uint8Array, before: Uint8Array) => createHash('sha256').update(before).update(state).digest();

/** `before`: the seal of what it goes on from. */
export function seal(state: Uint8Array, before = NO_SEAL): Buffer {
  return Buffer.concat([state, hashOf(state, before)]);
}

export function sealOf(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(-SEAL_BYTES);
}

export function unsealed(sealed: Uint8Array<ArrayBuffer>, before = NO_SEAL): Uint8Array<ArrayBuffer> | null {
  const state = sealed.subarray(0, -SEAL_BYTES);
  return hashOf(state, before).equals(sealOf(sealed)) ? state : null;
}
