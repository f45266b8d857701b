/** Which cases the list shows, as the address says it, and the question that the server is asked. */
import type { CaseEntry } from '../../../shared/commands/cases.js';
import { caseKinds } from '../../../shared/glossary/cases.js';
import { formatInstant } from '../../../shared/instant.js';
import { boundsOf } from '../hall/local-time';

export type CaseKind = CaseEntry['kind'];
export const kinds = Object.keys(caseKinds) as CaseKind[];

export const statuses = ['open', 'closed', 'all'] as const;
type Status = (typeof statuses)[number];

export interface CaseFilter {
  kind: CaseKind;
  status: Status;
  mine: boolean;
  counterId: string;
  staffId: string;
  /** Dates of the hall on which they were opened, both inclusive; empty for no bound. */
  from: string;
  to: string;
  q: string;
}

type Said = Partial<Record<'kind' | 'status' | 'mine' | 'counter' | 'staff' | 'from' | 'to' | 'q', string | undefined>>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const dateOr = (text = ''): string => (DATE.test(text) ? text : '');

export function kindOf(text: string | undefined): CaseKind {
  return kinds.find((kind) => kind === text) ?? 'complaint';
}

export function filterOf({ kind, status, mine, counter, staff, from, to, q }: Said): CaseFilter {
  return {
    kind: kindOf(kind), status: statuses.find((one) => one === status) ?? 'open', mine: mine === '1',
    counterId: counter ?? '', staffId: staff ?? '', from: dateOr(from), to: dateOr(to), q: q ?? '',
  };
}

export function isNarrowed({ mine, counterId, staffId, from, to, q }: CaseFilter): boolean {
  return mine || [counterId, staffId, from, to, q].some(Boolean);
}

/** The query of `GET …/cases`. */
export function queryOf(filter: CaseFilter, { me, timezone }: { me: string; timezone: string }): string {
  const { kind, status, mine, counterId, staffId, from, to, q } = filter;
  const said = {
    kind, status, counterId, staffId, q, owner: mine ? me : '',
    from: from && formatInstant(boundsOf(from, timezone).from), to: to && formatInstant(boundsOf(to, timezone).to),
  };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString();
}
