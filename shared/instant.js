/**
 * Instants and lengths as the contract writes them: RFC 3339 with an offset for people and events,
 * epoch milliseconds in fields whose name ends in `At`, ISO 8601 durations (`PT20M`) in what people set.
 */
/** Days of a month, leap years included (proleptic Gregorian, as RFC 3339 §5.7). */
function daysIn(year, month) {
    if (month === 2)
        return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
/** The decimal number at text[from, to); NaN where a character is no digit. By character codes: intake reads one per event. */
function digits(text, from, to) {
    let value = 0;
    for (let index = from; index < to; index++) {
        const digit = text.charCodeAt(index) - 48;
        if (!(digit >= 0 && digit <= 9))
            return NaN;
        value = value * 10 + digit;
    }
    return value;
}
const SHAPE = /^.{4}-..-..[Tt]..:..:..(?:[.,]\d{1,9})?(?:[Zz]|[+-]..:..)$/;
const lastDate = { text: '', at: NaN };
/** Midnight UTC of YYYY-MM-DD; NaN when there is no such date. */
function midnight(text) {
    const date = text.slice(0, 10);
    if (date === lastDate.text)
        return lastDate.at;
    const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
    const real = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
    const at = real ? new Date(0).setUTCFullYear(year, month - 1, day) : NaN;
    Object.assign(lastDate, { text: date, at });
    return at;
}
/** Milliseconds by which local time is ahead of UTC, from the offset at text[from…]; NaN when it is none. */
function offsetMs(text, from) {
    const sign = text[from];
    if (sign === 'Z' || sign === 'z')
        return 0;
    const [hours, minutes] = [digits(text, from + 1, from + 3), digits(text, from + 4, from + 6)];
    return hours <= 23 && minutes <= 59 ? (sign === '+' ? 1 : -1) * (hours * 60 + minutes) * 60_000 : NaN;
}
/** Epoch milliseconds of an RFC 3339 instant with an offset; NaN when it is not one (24:00 and the 30th of February are not). */
export function parseInstant(text) {
    if (!SHAPE.test(text))
        return NaN;
    const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
    if (!(hour <= 23 && minute <= 59 && second <= 60))
        return NaN;
    let [ms, end] = [0, 19];
    if (text[19] === '.' || text[19] === ',') {
        for (end = 20; digits(text, end, end + 1) >= 0; end++)
            if (end < 23)
                ms += digits(text, end, end + 1) * 10 ** (22 - end);
    }
    return midnight(text) + ((hour * 60 + minute) * 60 + second) * 1000 + ms - offsetMs(text, end);
}
/** The instant as RFC 3339 in UTC. */
export function formatInstant(at) {
    return new Date(at).toISOString();
}
const DURATION = /^P(?!$)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds; NaN when it is not one. */
export function parseDuration(text) {
    const m = DURATION.exec(text);
    if (!m)
        return NaN;
    const [days, hours, minutes, seconds] = [m[1], m[2], m[3], m[4]].map((part) => Number(part ?? 0));
    return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}
//# sourceMappingURL=instant.js.map