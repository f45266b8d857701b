/**
 * A record 档案: what is published or kept on file, in versions with an effective date and an approver. A version stands until it
 * expires, another takes its place, or it is withdrawn; none is ever edited.
 */
import type { RecordContent, RecordVersion } from '../../../shared/commands/records.js';
import { versionAt } from '../../../shared/record-versions.js';
import type { RecordEvent, RecordPut, RecordWithdrawn } from '../event/own-event.js';

/** Every record's versions, in the order of their coming. */
export type Records = Map<string, RecordVersion[]>;

export function applyRecord({ records }: { records: Records }, { type, data }: RecordEvent): void {
  if (type === 'record.put') putRecord(records, data);
  else withdrawRecord(records, data);
}

function putRecord(records: Records, { recordId, ...put }: RecordPut['data']): void {
  const before = records.get(recordId) ?? [];
  const version: RecordVersion = { ...put, id: recordId, version: before.length + 1, withdrawnAt: null, withdrawnBy: null, reason: null };
  records.set(recordId, [...before, version]);
}

/** V1: what is withdrawn is so with all its versions, from then on. */
function withdrawRecord(records: Records, { recordId, at, by, reason }: RecordWithdrawn['data']): void {
  const versions = records.get(recordId) ?? [];
  records.set(recordId, versions.map((one) => (one.withdrawnAt === null ? { ...one, withdrawnAt: at, withdrawnBy: by, reason } : one)));
}

export function recordAt(records: Records, id: string, at: number): RecordVersion | null {
  return versionAt(records.get(id) ?? [], at);
}

export type Of<K extends RecordContent['kind']> = RecordVersion & { content: Extract<RecordContent, { kind: K }> };

export function isOf<K extends RecordContent['kind']>(record: RecordVersion, kind: K): record is Of<K> {
  return record.content.kind === kind;
}

/** Those of a kind that are in force. */
export function inForce<K extends RecordContent['kind']>(records: Records, kind: K, at: number): Of<K>[] {
  return [...records.keys()].flatMap((id) => {
    const record = recordAt(records, id, at);
    return record && isOf(record, kind) ? [record] : [];
  });
}
