import { ratingLevels } from '../../../shared/glossary/states.js';
import { shades } from '../chart/drawing';
import { minutes, percent, timeOfDay, UNKNOWN, whole } from '../hall/format';
import { label } from '../ui/lang';
import { newestOf, waitCurve, waitingCurve } from './curves';
export function waitingPanel(points, { open, now }, t) {
    return {
        id: 'waiting', title: t.chartWaiting, unit: t.chartWaitingUnit, now: whole(now), note: '', over: false,
        keys: open.size > 0 ? [{ look: 'thin', word: t.openCounters }, { look: 'strong', word: t.chartWaiting }] : [],
        said: t.sayNow(t.chartWaiting, whole(now)), drawing: points.length > 0 ? waitingCurve(points, open, t) : null, empty: t.noWaiting,
    };
}
export function waitPanel(points, limitsMs, t) {
    const [p90, p50] = [newestOf(points.map((point) => point.p90)), newestOf(points.map((point) => point.p50))];
    const curve = waitCurve(points, limitsMs, t);
    const limit = limitsMs.length > 0 ? limitsMs.map(minutes).join(' / ') : UNKNOWN;
    return {
        id: 'wait', title: t.chartWait, unit: t.chartWaitUnit, now: whole(p90 && Math.floor(p90)), note: '', over: curve.lines.some(({ over }) => over),
        keys: [{ look: 'thin', word: t.p50 }, { look: 'strong', word: t.p90 }],
        said: t.sayWait(whole(p90), whole(p50), limit), drawing: p90 === null ? null : curve, empty: t.noWait,
    };
}
const SHADES = { serving: 'light', open: 'mid', paused: 'dashed', closed: 'none' };
const QUARTER_MS = 15 * 60_000;
const QUARTERS_AN_HOUR = 4;
export function stripPanel(strip, timezone, t) {
    const count = (state) => strip?.lines.filter(({ states }) => states.at(-1) === state).length ?? 0;
    const hours = Math.round(((strip?.quarters ?? 0) / QUARTERS_AN_HOUR) * 10) / 10;
    return {
        id: 'strip', title: t.chartStrip, unit: strip ? t.chartStripUnit(String(hours)) : '', now: '', note: '', over: false,
        keys: [
            { look: 'light', word: t.stripServing }, { look: 'mid', word: t.stripOpen },
            { look: 'dashed', word: t.stripPaused }, { look: 'none', word: t.stripClosed },
        ],
        said: t.sayStrip({ serving: count('serving'), open: count('open'), paused: count('paused'), closed: count('closed') }),
        drawing: strip && stripDrawing(strip, timezone), empty: t.noStrip,
    };
}
/** More single counters than these cannot be named beside their lines: their zones are. */
const MOST_NAMED = 12;
/** More lines than these are too thin to be followed: each quarter of a zone is put in order instead, and shows how many. */
const MOST_FOLLOWED = 120;
function stripDrawing({ startAt, quarters, lines }, timezone) {
    const named = lines.length <= MOST_NAMED || lines.every(({ zone }) => zone === '');
    const drawn = [];
    const names = [];
    for (const zone of new Set(lines.map((line) => line.zone))) {
        const within = lines.filter((line) => line.zone === zone);
        if (!named && drawn.length > 0)
            drawn.push([]);
        if (named)
            names.push(...within.map(({ id }, i) => ({ at: drawn.length + i + 0.5, text: id })));
        else
            names.push({ at: drawn.length + within.length / 2, text: zone });
        const cells = within.map(({ states }) => states.map((state) => SHADES[state]));
        drawn.push(...(lines.length > MOST_FOLLOWED ? inOrder(cells, quarters) : cells));
    }
    const times = Array.from({ length: quarters + 1 }, (_, at) => ({ at, text: timeOfDay(startAt + at * QUARTER_MS, timezone) }));
    return { kind: 'strip', times: times.filter(({ text }) => text.endsWith(':00')), steps: quarters, lines: drawn, names };
}
/** The same cells, each column from the lightest down. */
function inOrder(cells, quarters) {
    const columns = Array.from({ length: quarters }, (_, quarter) => cells.map((line) => line[quarter] ?? 'none').sort((a, b) => shades.indexOf(a) - shades.indexOf(b)));
    return cells.map((_, line) => columns.map((column) => column[line] ?? 'none'));
}
/** Below so many ratings a share says little, and the page says so. */
const FEW_RATINGS = 30;
const LEVELS = [5, 4, 3, 2, 1];
export function ratingsPanel(rating, t) {
    const given = rating?.given ?? 0;
    const bars = { kind: 'bars', bars: LEVELS.map((level) => ({ name: label(ratingLevels[level]), value: rating?.byLevel[level] ?? 0 })) };
    const share = percent(rating?.satisfiedShare ?? null);
    return {
        id: 'ratings', title: t.chartRatings, unit: t.chartRatingsUnit, keys: [], now: share, over: false,
        note: given === 0 ? '' : given < FEW_RATINGS ? t.ratingsFew(given) : t.ratingsGiven(given),
        said: t.sayRatings(share, bars.bars.map(({ name, value }) => `${name} ${value}`).join(' ')), drawing: given > 0 ? bars : null, empty: t.noRatings,
    };
}
//# sourceMappingURL=manager-panels.js.map