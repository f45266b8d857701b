import type { Silence } from '../../../shared/commands/alert.js';
import type { Rows } from '../../../shared/rows/rows.js';

/** What a silence lies on, by the names people use: clauses by id, services and counters by name. Empty: the whole hall. */
export function scopeOf({ clauseIds, serviceIds, counterIds, subject }: Silence, { services, counters }: Pick<Rows, 'services' | 'counters'>): string[] {
  const [kind = '', id = ''] = subject === null ? [] : [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)];
  const named = kind === 'service' ? services[id]?.name : kind === 'counter' ? counters[id]?.name : undefined;
  return [
    ...(clauseIds ?? []),
    ...(serviceIds ?? []).map((service) => services[service]?.name ?? service),
    ...(counterIds ?? []).map((counter) => counters[counter]?.name ?? counter),
    ...(subject === null ? [] : [named ?? id]),
  ];
}
