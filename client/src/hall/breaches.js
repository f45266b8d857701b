/** The ids of the breaches that stand, sorted: a wall with none is calm. */
export function standingBreaches(alerts) {
    return Object.keys(alerts)
        .filter((id) => alerts[id]?.severity === 'breach' && alerts[id].resolvedAt === null)
        .sort();
}
//# sourceMappingURL=breaches.js.map