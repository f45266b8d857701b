import { createHash } from 'node:crypto';
import type { AuditEntry, BrokenAudit } from '../../shared/rows/audit.js';
import type { StoredEntry } from './entry.entity.js';

export const CHAIN_START = '0'.repeat(64);

export function linkHash(before: string, text: string): string {
  return createHash('sha256').update(before).update('\n').update(text).digest('hex');
}

/** The lines as entries, and the first that is not as it was written; `before` is what stands in front of them. */
export function readChain(rows: readonly StoredEntry[], before: { seq: number; hash: string }): { entries: AuditEntry[]; broken: BrokenAudit | null } {
  let broken: BrokenAudit | null = null;
  let last = before;
  const entries = rows.map(({ seq, text, hash }) => {
    if (seq !== last.seq + 1) broken ??= { seq: last.seq + 1, why: 'missing' };
    else if (linkHash(last.hash, text) !== hash) broken ??= { seq, why: 'changed' };
    last = { seq, hash };
    return { ...entryIn(text, seq), hash };
  });
  return { entries, broken };
}

/** Text that somebody broke is shown as far as it can be read. */
function entryIn(text: string, seq: number): Omit<AuditEntry, 'hash'> {
  try {
    return { ...(JSON.parse(text) as Omit<AuditEntry, 'hash'>), seq };
  } catch {
    return { seq, at: new Date(0).toISOString(), who: null, role: null, from: '', act: 'unreadable', hallId: null, target: null, result: 'failed', status: 0 };
  }
}
