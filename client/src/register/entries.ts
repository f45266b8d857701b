/** The records of a hall as its register lists them: one line a record, with how it stands now. */
import type { RecordContent, RecordVersion } from '../../../shared/commands/records.js';
import { endsAt, versionAt } from '../../../shared/record-versions.js';

const DAY_MS = 24 * 3_600_000;
const SOON_MS = 30 * DAY_MS;

/** In the order of how much they ask of people. */
export const standings = ['ended', 'soon', 'inForce', 'toCome', 'withdrawn'] as const;
export type Standing = (typeof standings)[number];

export interface Entry {
  id: string;
  /** In the order of their coming. */
  versions: RecordVersion[];
  /** The one in force, else the newest. */
  shown: RecordVersion;
  standing: Standing;
}

export function entriesOf(versions: readonly RecordVersion[], now: number): Entry[] {
  const byId = new Map<string, RecordVersion[]>();
  for (const version of versions) byId.set(version.id, [...(byId.get(version.id) ?? []), version]);
  const entries = [...byId].map(([id, of]) => {
    const shown = versionAt(of, now) ?? of.at(-1)!;
    return { id, versions: of, shown, standing: standingOf(shown, of, now) };
  });
  return entries.sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) || a.shown.title.localeCompare(b.shown.title, 'zh'));
}

function standingOf(shown: RecordVersion, versions: readonly RecordVersion[], now: number): Standing {
  if (shown.withdrawnAt !== null && shown.withdrawnAt <= now) return 'withdrawn';
  if (shown.effectiveFromAt > now) return 'toCome';
  if (endsAt(shown) <= now) return 'ended';
  const followed = versions.some(({ version, withdrawnAt }) => version > shown.version && withdrawnAt === null);
  return !followed && endsAt(shown) - now <= SOON_MS ? 'soon' : 'inForce';
}

/** Whether every word of the search stands somewhere in the record. */
export function holds({ id, shown }: Entry, search: string): boolean {
  const text = `${id} ${shown.title} ${shown.approvedBy} ${Object.values(shown.content).flat().join(' ')}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** A new record's id: a service has one guide and a person one certificate, whoever writes it. */
export function idFor(content: RecordContent, taken: ReadonlySet<string>): string {
  if (content.kind === 'guide') return `guide-${content.serviceId}`;
  if (content.kind === 'certificate') return `certificate-${content.staffId}`;
  let number = taken.size + 1;
  while (taken.has(`${content.kind}-${number}`)) number++;
  return `${content.kind}-${number}`;
}
