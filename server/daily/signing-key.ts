/** The server's own Ed25519 key: made once, kept in the data folder for its owner alone; its public half stands beside the exports. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DailySignature } from '../../shared/rows/daily.js';
import { readKept, writeWhole } from '../whole-file.js';

const RAW_BYTES = 32;

export async function openSigningKey(data: string): Promise<KeyObject> {
  const file = join(data, 'signing.key');
  const kept = await readKept(file);
  const key = kept === null ? generateKeyPairSync('ed25519').privateKey : createPrivateKey(kept);
  if (kept === null) await writeWhole(file, key.export({ type: 'pkcs8', format: 'pem' }));
  await mkdir(join(data, 'exports'), { recursive: true });
  await writeFile(join(data, 'exports', 'signing-key.pem'), publicPem(key));
  return key;
}

export function publicPem(key: KeyObject): string {
  return publicHalf(key).export({ type: 'spki', format: 'pem' }).toString();
}

function publicHalf(key: KeyObject): KeyObject {
  return key.type === 'private' ? createPublicKey(key) : key;
}

/** The first 16 hex digits of the SHA-256 of the raw public key. */
export function keyIdOf(key: KeyObject): string {
  const spki = publicHalf(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki.subarray(-RAW_BYTES)).digest('hex').slice(0, 16);
}

export function signatureOf(key: KeyObject, sha256: string): DailySignature {
  return { sha256, keyId: keyIdOf(key), publicKey: publicPem(key), ed25519: sign(null, Buffer.from(sha256, 'hex'), key).toString('base64') };
}

/** What is wrong with a signature, in words; null when it is of this file and of the key that it names, which is `trusted` where one is given. */
export function signatureFault({ sha256, keyId, publicKey, ed25519 }: DailySignature, { of, trusted }: { of: string; trusted?: KeyObject | undefined }): string | null {
  const key = createPublicKey(publicKey);
  const bytes = Buffer.from(ed25519, 'base64');
  // the last character of base64 has bits that say nothing: only one writing of a signature is the file's
  const isPlain = bytes.toString('base64') === ed25519 && publicPem(key) === publicKey;
  if (sha256 !== of) return 'its signature is of another file';
  if (!isPlain || keyId !== keyIdOf(key) || !verify(null, Buffer.from(sha256, 'hex'), key, bytes)) return 'its signature does not hold';
  return trusted && keyIdOf(trusted) !== keyId ? 'its signature is of another key' : null;
}
