import { CALM } from './counter-alerts';
import { minutes, UNKNOWN } from './format';
import { waitAt } from './queues';
/** What stands for a counter whose row has just gone. */
const GONE = {
    name: UNKNOWN, service: '', moreServices: 0, state: 'closed', ticket: '', staff: '', wait: UNKNOWN, waiting: null, rating: '',
    severity: 'none', held: false, owner: '', stale: false, inverted: false,
};
export function counterTile(id, row, around) {
    if (!row)
        return GONE;
    const { queues, standings, staleIds, inverted } = around;
    const queue = waitAt(row.serviceIds, queues);
    const { severity, held, owner } = standings.get(id) ?? CALM;
    const stale = staleIds.has(id) || (queue?.stale ?? false);
    const tells = row.state !== 'closed' && !stale && queue !== null;
    return {
        name: row.name,
        service: queues.get(row.serviceIds[0] ?? '')?.name ?? '',
        moreServices: Math.max(0, row.serviceIds.length - 1),
        state: row.state,
        ticket: stale ? '' : (row.ticketNumber ?? ''),
        staff: row.staffId ?? '',
        wait: tells ? minutes(queue.waitMs) : UNKNOWN,
        waiting: tells ? queue.waiting : null,
        rating: row.ratingMean === null || stale ? '' : row.ratingMean.toFixed(1),
        severity,
        held,
        owner,
        stale,
        inverted: inverted.has(id),
    };
}
/** What a zone's ids begin with, and what is left to tell each from its neighbours: A, and 07 of A07. */
export function shortLabels(ids) {
    const shared = ids.length < 2 ? 0 : sharedPrefix(ids);
    return { prefix: ids[0]?.slice(0, shared) ?? '', tails: ids.map((id) => id.slice(shared).slice(-3) || id.slice(-3)) };
}
/** The length of what all ids begin with, not cutting into a number. */
function sharedPrefix(ids) {
    const first = ids[0];
    let length = 0;
    while (length < first.length && ids.every((id) => id[length] === first[length]))
        length++;
    while (length > 0 && /\d/.test(first[length - 1]))
        length--;
    return length;
}
//# sourceMappingURL=counters.js.map