/** What is worked out from the chain and kept has no hash of the chain's: it ends in its own, and is as good as not kept once that does not hold. */
import { hash } from 'node:crypto';

const SEAL_BYTES = 32;

const sealOf = (state: Uint8Array) => hash('sha256', state, 'buffer');

export function seal(state: Uint8Array): Buffer {
  return Buffer.concat([state, sealOf(state)]);
}

export function unsealed<Kept extends { state: Uint8Array }>(kept: Kept | undefined): Kept | null {
  if (!kept) return null;
  const state = kept.state.subarray(0, -SEAL_BYTES);
  return sealOf(state).equals(kept.state.subarray(-SEAL_BYTES)) ? { ...kept, state } : null;
}
