/**
 * What a clause speaks of, as it stands in the hall. A rule lists what stands now, or is to begin by itself later today; when
 * that falls due, is warned of and ends is worked out in one place for all (`judge.ts`).
 */
import type { AlertRow } from '../../../../shared/rows/rows.js';
import type { Raised } from '../../event/own-event.js';
import type { Clause } from '../../standard/clause.js';
import type { Hall } from '../hall.js';

export interface Standing {
  subject: AlertRow['subject'];
  label: string;
  serviceId: string | null;
  counterId: string | null;
  /** Since when it is so, as people count it. */
  sinceAt: number;
  /** From where its length counts: later than `sinceAt` by what does not age it. */
  agedFrom: number;
  /** It fell due no earlier than this. */
  notBefore: number;
  /** A count, a level or a mean; null where its length is what matters. */
  value: number | null;
}

/** What may have changed with an event. */
export interface Moved {
  services: ReadonlySet<string>;
  counters: ReadonlySet<string>;
}

/** A condition of which nothing else in the hall tells since when it holds: the fold keeps that. */
export interface Tracked {
  /** Of whom it may begin or end to hold. */
  among(hall: Hall, clause: Clause, moved: Moved): Iterable<string>;
  holds(hall: Hall, clause: Clause, id: string): boolean;
}

export interface Asked {
  visit: (id: string, agedFrom: number) => void;
  /** What counts from then on need not be visited; a visit may bring it nearer. */
  until: number;
}

export interface Rule {
  /** Everything that stands, by an id of the rule's own, with the instant from which its length counts. Cheap: there may be 10,000. */
  each(hall: Hall, clause: Clause, asked: Asked): void;
  /** One of them; null when it does not stand. */
  tell(hall: Hall, clause: Clause, id: string): Standing | null;
  /** The id of what an alert speaks of. */
  idOf(hall: Hall, raised: Raised): string;
  /** When that ended, once it stands no more. */
  endedAt(hall: Hall, raised: Raised): number;
  tracked?: Tracked;
  /** Instants of today at which what stands ends by itself. */
  ends?(hall: Hall, clause: Clause): Iterable<number>;
}

/** A rule over few things, told one by one. */
export function ruleOver(ids: (hall: Hall, clause: Clause) => Iterable<string>, { tell, ...more }: Pick<Rule, 'tell'> & Partial<Rule>): Rule {
  return {
    each(hall, clause, { visit }) {
      for (const id of ids(hall, clause)) {
        const standing = tell(hall, clause, id);
        if (standing) visit(id, standing.agedFrom);
      }
    },
    tell,
    idOf: (_hall, { subject }) => subject.id,
    endedAt: ({ now, newestAt }) => Math.min(now, newestAt),
    ...more,
  };
}

/** What stands since an instant and ages without a break. */
export function standingSince(sinceAt: number, of: Pick<Standing, 'subject' | 'label'> & Partial<Standing>): Standing {
  return { serviceId: null, counterId: null, sinceAt, agedFrom: sinceAt, notBefore: 0, value: null, ...of };
}

export function sinceKey({ id: clauseId }: Clause, id: string): string {
  return `${clauseId} ${id}`;
}

/** Since when a tracked condition holds; null when it does not. */
export function trackedSince(hall: Hall, clause: Clause, id: string): number | null {
  return hall.since.get(sinceKey(clause, id)) ?? null;
}

/** The subject that is the hall itself. */
export function ofHall({ id, settings }: Hall): Pick<Standing, 'subject' | 'label'> {
  return { subject: { kind: 'hall', id }, label: settings.name };
}
