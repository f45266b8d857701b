export function alertLine(alert, t) {
    const { id, severity, label, kind, value, limit, age, acknowledged, resolved } = alert;
    const where = alert.service || alert.place;
    const marks = [where === label ? '' : where, alert.stale ? t.alertStale : '', alert.missed ? t.alertMissed : ''];
    return {
        id, severity, label, resolved,
        taken: acknowledged,
        what: `${t.alertKind(kind)} ${value === '' ? '' : t.alertValue(value, kind)}`,
        limit: limit === '' ? '' : `/ ${t.alertLimit(limit)}`,
        age: resolved ? '' : t.alertAge(age),
        where: marks.filter((mark) => mark !== '').join(' · '),
        owner: resolved ? t.alertStood(age) : alert.owner,
    };
}
export function groupLine({ id, severity, place, kind, count, longest, acknowledged }, t) {
    const where = severity === 'breach' ? t.alertGroup(count, kind) : t.alertGroupNear(count, kind);
    return {
        id, severity,
        taken: acknowledged,
        label: place || t.alertKind(kind),
        what: '',
        limit: '',
        age: '',
        where: longest === '' ? where : `${where} · ${t.alertLongest(longest)}`,
        owner: '',
        resolved: false,
    };
}
//# sourceMappingURL=alert-lines.js.map