import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP Password Storage: argon2id with at least 19 MiB, 2 passes, 1 lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
}

/** The hash to keep, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES, tagLength: 32 });
  return phc(salt, tag);
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(kept) ?? [];
  const expected = Buffer.from(hash, 'base64');
  if (expected.length === 0) throw new Error('A stored password hash is not argon2id in the PHC format; set that password anew.');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: expected.length };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost), expected);
}

/** A hash of no password: checking against it costs what checking a real one costs, so that a stranger's name takes as long. */
export function decoyHash(): string {
  return phc(randomBytes(16), randomBytes(32));
}

function phc(salt: Buffer, tag: Buffer): string {
  const [saltText, tagText] = [salt, tag].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${saltText}$${tagText}`;
}

function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  // NFC: the same letters are the same password, whichever keyboard composed them.
  const parameters = { message: password.normalize('NFC'), nonce, ...cost };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}
