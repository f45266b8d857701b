import { randomBytes } from 'node:crypto';
import { IsNull, type Repository } from 'typeorm';
import type { KeyEntry, KeyRole } from '../../shared/commands/hall.js';
import type { Caller } from './caller.js';
import type { StoredKey } from './key.entity.js';
import { isSecret, newSecret, sha256 } from './secret.js';

export interface NewKey {
  readonly id: string;
  readonly key: string;
}

interface Grant {
  readonly hash: Buffer;
  readonly caller: Caller;
  /** The key as it was shown and found right: from then on one Map look-up knows it. */
  verified?: string;
}

const FORM = /^([0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/;

/** The keys `keyid.secret`: in memory to be answered at once, in the table to last. Memory never grants what the table lacks. */
export class Keys {
  readonly #grants = new Map<string, Grant>();
  readonly #verified = new Map<string, Caller>();

  constructor(
    private readonly table: Repository<StoredKey>,
    private readonly now: () => number,
  ) {}

  async load(): Promise<void> {
    for (const row of await this.table.findBy({ revokedAt: IsNull() })) this.#grant(row);
  }

  async create(hallId: string, role: KeyRole, name?: string): Promise<NewKey> {
    const { id, secret, key } = newKey();
    const hash = sha256(secret).toString('hex');
    const row: StoredKey = { id, hallId, role, name: name ?? `${role} ${id}`, hash, createdAt: this.now(), revokedAt: null };
    await this.table.insert(row);
    this.#grant(row);
    return { id, key };
  }

  /** A key that lives as long as this process and stands in no table. */
  createFleeting(caller: Caller): string {
    const { id, secret, key } = newKey();
    this.#grants.set(id, { hash: sha256(secret), caller });
    return key;
  }

  /** False when the hall has no such key. It is dead before anything is written: a full disk must not keep it alive. */
  async revoke(hallId: string, id: string): Promise<boolean> {
    const grant = this.#grants.get(id);
    if (grant?.caller.hallIds?.includes(hallId)) {
      this.#grants.delete(id);
      if (grant.verified) this.#verified.delete(grant.verified);
    }
    const { affected } = await this.table.update({ id, hallId, revokedAt: IsNull() }, { revokedAt: this.now() });
    return affected !== 0;
  }

  async of(hallId: string): Promise<KeyEntry[]> {
    const rows = await this.table.find({ where: { hallId, revokedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(({ id, role, name, createdAt }) => ({ id, role, name, createdAt }));
  }

  caller(key: string): Caller | null {
    return this.#verified.get(key) ?? this.#verify(key);
  }

  #verify(key: string): Caller | null {
    const [, id, secret] = FORM.exec(key) ?? [];
    const grant = id === undefined ? undefined : this.#grants.get(id);
    if (!grant || secret === undefined || !isSecret(secret, grant.hash)) return null;
    grant.verified = key;
    this.#verified.set(key, grant.caller);
    return grant.caller;
  }

  #grant(row: StoredKey): void {
    const { id, hallId, role, name, hash } = row;
    this.#grants.set(id, { hash: Buffer.from(hash, 'hex'), caller: Object.freeze({ role, hallIds: [hallId], name }) });
  }
}

function newKey(): { id: string; secret: string; key: string } {
  const id = randomBytes(8).toString('hex');
  const secret = newSecret();
  return { id, secret, key: `${id}.${secret}` };
}
