/** The service standard of a live hall: its versions, and a new one as an event of the hall's own journal. */
import { randomUUID } from 'node:crypto';
import type { PutStandard, StandardVersion } from '../../shared/commands/standard.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { OWN_SOURCE, type OwnEvent } from '../domain/event/own-event.js';
import type { Hall } from '../domain/hall/hall.js';
import { versionAt, versionOf } from '../domain/standard/standard.js';

export class Standards {
  constructor(
    private readonly hall: Hall,
    private readonly tools: { now: () => number; commit: (events: OwnEvent[]) => Promise<unknown> },
  ) {}

  /** A person's standard, in force from its instant or from now; its version. */
  async put({ effectiveFrom, ...said }: PutStandard, by: string): Promise<number> {
    const [id, now] = [randomUUID(), this.tools.now()];
    const data = { ...said, effectiveFromAt: effectiveFrom === undefined ? now : parseInstant(effectiveFrom), putAt: now, putBy: by };
    await this.tools.commit([{ specversion: '1.0', id, source: OWN_SOURCE, type: 'standard.put', time: formatInstant(now), data }]);
    return this.hall.standards.find((version) => version.id === id)!.version;
  }

  /** Every version that was put, in the order of their coming. */
  all(): StandardVersion[] {
    return this.hall.standards.map(versionOf);
  }

  /** The version in force at an instant; version 0 says what the settings do. */
  at(instant: number): StandardVersion {
    return versionOf(versionAt(this.hall.standards, this.hall.settings, instant));
  }
}
