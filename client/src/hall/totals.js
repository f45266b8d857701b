export function totalsOf(counters, services) {
    const states = Object.values(counters).map((row) => row.state);
    return {
        counters: states.length,
        inUse: states.filter((state) => state !== 'closed').length,
        serving: states.filter((state) => state === 'serving' || state === 'calling').length,
        waiting: Object.values(services).reduce((sum, row) => sum + row.waiting, 0),
    };
}
/** Today's figures of the hall; null before the first. */
export function hallFigures(figures) {
    const row = figures['hall'];
    return row && 'tickets' in row ? row : null;
}
export function boardTotals(queues, quarters) {
    const longest = queues.reduce((best, queue) => (queue.waiting > (best?.waiting ?? 0) ? queue : best), null);
    const peak = quarters.reduce((best, point) => ((point.waiting ?? 0) > (best?.waiting ?? 0) ? point : best), null);
    return {
        waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
        queues: queues.length,
        busy: queues.filter((queue) => queue.waiting > 0).length,
        openCounters: queues.reduce((sum, queue) => sum + queue.openCounters, 0),
        longest: longest && { name: longest.name, waiting: longest.waiting },
        peak: peak && { waiting: peak.waiting ?? 0, startAt: peak.startAt },
    };
}
//# sourceMappingURL=totals.js.map