import { natural } from './natural';
const DEVICE = 'device:';
/** [N2] A source that sends no heartbeat is given so long and owes no word before. */
const NO_BEAT_MS = 15 * 60_000;
export function sourcesOf(sources, now) {
    return Object.keys(sources)
        .sort(natural)
        .map((id) => {
        const row = sources[id];
        const name = id.startsWith(DEVICE) ? id.slice(DEVICE.length) : id;
        const silentMs = now === null ? null : Math.max(0, now - row.lastHeardAt);
        const silentSeconds = silentMs === null ? null : Math.floor(silentMs / 1000);
        return { id, name, kind: row.kind, state: row.state, silentSeconds, late: isLate(row, silentMs ?? 0) };
    });
}
/** It stands as silent after three missed beats (N3): a beat and a half without a word is worth saying before. */
function isLate({ state, silentAfterMs }, silentMs) {
    return state === 'live' && silentAfterMs < NO_BEAT_MS && silentMs > silentAfterMs / 2;
}
/** Ids of those whose word no longer holds. */
export function deadSources(sources) {
    return new Set(sources.filter((source) => source.state !== 'live').map((source) => source.id));
}
/** Counters of which nobody can tell any more: their own device, named like them, or the feed that last spoke of them is dead. */
export function staleCounters(sources, counters) {
    const dead = deadSources(sources);
    if (dead.size === 0)
        return dead;
    return new Set(Object.keys(counters).filter((id) => dead.has(DEVICE + id) || dead.has(counters[id]?.sourceId ?? '')));
}
export function missingSources(sources, { counters, services }) {
    const ofCounters = new Set(Object.entries(counters).flatMap(([id, row]) => [DEVICE + id, row.sourceId]));
    const ofQueues = new Set(Object.values(services).flatMap((row) => row.sourceIds));
    const dead = [...deadSources(sources)];
    return { counters: dead.filter((id) => ofCounters.has(id)).length, queues: dead.filter((id) => ofQueues.has(id)).length };
}
/** How long the whole hall has been without data, in seconds, or null while any feed still speaks. */
export function hallSilence(sources) {
    const feeds = sources.filter((source) => source.kind === 'feed');
    if (feeds.length === 0 || feeds.some((source) => source.state === 'live'))
        return null;
    return Math.min(...feeds.map((source) => source.silentSeconds ?? 0));
}
/** How long the latest of the feeds that still count as live has kept the hall waiting, in seconds; null while all speak in time. */
export function hallDelay(sources) {
    const late = sources.filter((source) => source.kind === 'feed' && source.late);
    return late.length === 0 ? null : Math.max(...late.map((source) => source.silentSeconds ?? 0));
}
//# sourceMappingURL=sources.js.map