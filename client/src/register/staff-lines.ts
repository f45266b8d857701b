/** Who serves at the counters, and by which certificate. */
import type { Rows } from '../../../shared/rows/rows.js';
import type { Entry } from './entries';

export interface StaffLine {
  staffId: string;
  /** Where the person is logged on. */
  counters: string[];
  /** null: has none in force. */
  certificate: Entry | null;
}

const rank = ({ certificate }: StaffLine): number => (certificate === null ? 0 : certificate.standing === 'soon' ? 1 : 2);

export function staffLines(counters: Rows['counters'], certificates: readonly Entry[]): StaffLine[] {
  const seen = new Map<string, string[]>();
  for (const { staffId, name } of Object.values(counters)) if (staffId !== null) seen.set(staffId, [...(seen.get(staffId) ?? []), name]);
  const lines = [...seen].map(([staffId, names]) => ({ staffId, counters: names, certificate: certificateOf(certificates, staffId) }));
  return lines.sort((a, b) => rank(a) - rank(b) || a.staffId.localeCompare(b.staffId));
}

function certificateOf(certificates: readonly Entry[], staffId: string): Entry | null {
  const held = certificates.filter(({ standing, shown: { content } }) => (standing === 'inForce' || standing === 'soon') && content.kind === 'certificate' && content.staffId === staffId);
  return held.find(({ standing }) => standing === 'inForce') ?? held[0] ?? null;
}
