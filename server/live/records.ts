/** The records of a live hall, and a new version or a withdrawal as an event of the hall's own journal. */
import { randomUUID } from 'node:crypto';
import type { PutRecord, RecordVersion } from '../../shared/commands/records.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { OWN_SOURCE, type RecordEvent } from '../domain/event/own-event.js';
import type { Hall } from '../domain/hall/hall.js';
import { recordAt } from '../domain/record/record.js';

interface Tools {
  now: () => number;
  commit: (events: RecordEvent[]) => Promise<unknown>;
}

type Saying = RecordEvent extends infer E ? (E extends RecordEvent ? Pick<E, 'type' | 'data'> : never) : never;

export class Records {
  constructor(
    private readonly hall: Hall,
    private readonly tools: Tools,
  ) {}

  /** Of each record the version in force at an instant. */
  at(instant: number): RecordVersion[] {
    return [...this.hall.records.keys()].flatMap((id) => recordAt(this.hall.records, id, instant) ?? []);
  }

  /** Every version of every record, whatever its state. */
  all(): RecordVersion[] {
    return [...this.hall.records.values()].flat();
  }

  /** Every version that was put; none of what nobody put. */
  versions(recordId: string): RecordVersion[] {
    return this.hall.records.get(recordId) ?? [];
  }

  async put(recordId: string, by: string, { effectiveFrom, expires, ...said }: PutRecord): Promise<RecordVersion> {
    const putAt = this.tools.now();
    const effectiveFromAt = Math.max(putAt, effectiveFrom === undefined ? 0 : parseInstant(effectiveFrom));
    const data = { ...said, recordId, effectiveFromAt, expiresAt: expires === undefined ? null : parseInstant(expires), putAt, putBy: by };
    await this.write({ type: 'record.put', data });
    return this.hall.records.get(recordId)!.at(-1)!;
  }

  /** False when none of it is in force or to come. */
  async withdraw(recordId: string, by: string, reason: string): Promise<boolean> {
    if (!this.versions(recordId).some(({ withdrawnAt }) => withdrawnAt === null)) return false;
    await this.write({ type: 'record.withdrawn', data: { recordId, at: this.tools.now(), by, reason } });
    return true;
  }

  private async write(saying: Saying): Promise<void> {
    await this.tools.commit([{ specversion: '1.0', id: randomUUID(), source: OWN_SOURCE, time: formatInstant(this.tools.now()), ...saying }]);
  }
}
