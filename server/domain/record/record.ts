/**
 * A record 档案: what is published or kept on file, in versions with an effective date and an approver. A version stands until it
 * expires, another takes its place, or it is withdrawn; none is ever edited.
 */
import type { RecordContent, RecordVersion } from '../../../shared/commands/records.js';
import { versionAt } from '../../../shared/record-versions.js';
import type { RecordEvent, RecordPut, RecordWithdrawn } from '../event/own-event.js';

/** Every record's versions, in the order of their coming; another map with each event of one. */
export type Records = ReadonlyMap<string, RecordVersion[]>;

export function applyRecord(holder: { records: Records }, { type, data }: RecordEvent): void {
  const before = holder.records.get(data.recordId) ?? [];
  const versions = type === 'record.put' ? [...before, versionOf(data, before.length + 1)] : withdrawn(before, data);
  holder.records = new Map(holder.records).set(data.recordId, versions);
}

function versionOf({ recordId, ...put }: RecordPut['data'], version: number): RecordVersion {
  return { ...put, id: recordId, version, withdrawnAt: null, withdrawnBy: null, reason: null };
}

/** V1: what is withdrawn is so with all its versions, from then on. */
function withdrawn(versions: RecordVersion[], { at, by, reason }: RecordWithdrawn['data']): RecordVersion[] {
  return versions.map((one) => (one.withdrawnAt === null ? { ...one, withdrawnAt: at, withdrawnBy: by, reason } : one));
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

const NONE: Records = new Map();
const indexes = new WeakMap<Records, Map<string, Map<string, RecordVersion[]>>>();

/** The certificates of a person or the guides of a service: a look at every window must not read every record. */
export function recordsOf(records: Records, id: string): Records {
  let index = indexes.get(records);
  if (!index) indexes.set(records, (index = indexed(records)));
  return index.get(id) ?? NONE;
}

function indexed(records: Records): Map<string, Map<string, RecordVersion[]>> {
  const index = new Map<string, Map<string, RecordVersion[]>>();
  for (const [recordId, versions] of records) {
    for (const { content } of versions) {
      const id = content.kind === 'certificate' ? content.staffId : content.kind === 'guide' ? content.serviceId : null;
      if (id === null) continue;
      const some = index.get(id) ?? new Map<string, RecordVersion[]>();
      index.set(id, some.set(recordId, versions));
    }
  }
  return index;
}
