export function nightIn(search) {
    const asked = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(new URLSearchParams(search).get('night') ?? '');
    return asked ? { from: asked[0].slice(0, 5), to: asked[0].slice(6) } : null;
}
/** `time` is the hall's own, 20:05; a night may go over midnight. */
export function isNight(night, time) {
    const [after, before] = [time >= night.from, time < night.to];
    return night.from <= night.to ? after && before : after || before;
}
//# sourceMappingURL=night.js.map