import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in 43 characters that survive headers, cookies and links. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored in place of a secret. A plain hash suffices: 256 random bits cannot be guessed from it, as a password could. */
export function sha256(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether the secret is the one behind the hash, in the same time wherever they differ. */
export function isSecret(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(sha256(secret), hash);
}
