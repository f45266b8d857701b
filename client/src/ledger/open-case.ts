/** A case as the form opens it: what each kind asks for, what stands there beforehand, and the body that goes to the server. */
import type { CaseEntry, OpenCase } from '../../../shared/commands/cases.js';
import { formatInstant } from '../../../shared/instant.js';
import { boundsOf, dateAfter, instantAt } from '../hall/local-time';
import type { Proof } from '../ui/proof';
import type { CaseKind } from './case-filter';

type Channel = CaseEntry['channel'];

interface Opening {
  channel: Channel;
  /** Its due date is said: so many days from today, unless it is changed. */
  dueDays?: number;
  /** What the hall's own people begin: nobody told them, and nobody else has a number for it. */
  own?: true;
  satisfied?: true;
}

export const openings: Record<CaseKind, Opening> = {
  complaint: { channel: 'hotline' },
  returnVisit: { channel: 'visit', satisfied: true },
  rectification: { channel: 'inspection', dueDays: 7, own: true },
  request: { channel: 'counter' },
  round: { channel: 'schedule', dueDays: 0, own: true },
  appraisal: { channel: 'schedule', dueDays: 7, own: true },
};

interface Around {
  kind: CaseKind;
  timezone: string;
  parentId: string | null;
  proof: readonly Proof[];
}

type Field = 'title' | 'text' | 'channel' | 'category' | 'counterId' | 'staffId' | 'serviceId' | 'ticketId' | 'reference' | 'owner' | 'at' | 'due' | 'satisfied';
export type Filled = Partial<Record<Field, string>>;

/** The filled-in fields as a body; what is empty is left out. A due date ends with its day. */
export function bodyOf({ at, due, satisfied, ...texts }: Filled, { kind, timezone, parentId, proof }: Around): OpenCase {
  const said = Object.entries(texts).map(([field, value]) => [field, value.trim()]).filter(([, value]) => value !== '');
  return {
    kind, ...(Object.fromEntries(said) as Pick<OpenCase, 'title' | 'channel'>),
    ...(at && { at: formatInstant(instantAt(at, timezone)) }),
    ...(due && { due: formatInstant(boundsOf(due, timezone).to) }),
    ...(satisfied && { satisfied: satisfied === 'yes' }),
    ...(parentId && { parentId }),
    ...(proof.length > 0 && { proof: [...proof] }),
  };
}

export function dueDateOf(kind: CaseKind, today: string): string | null {
  const { dueDays } = openings[kind];
  return dueDays === undefined ? null : dateAfter(today, dueDays);
}
