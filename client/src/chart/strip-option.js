import { shades } from './drawing';
import { roomFor, words } from './text';
const MOST_LETTERS = 10;
/** A line of a strip of few is no thicker than this, in rem: it is a line and not a field. */
const THICKEST_REM = 1.75;
/** Lines as high as this are parted by a little ground; thinner ones would be more ground than line. */
const PARTED_PX = 5;
/** Of the shades in their order: large even areas shine less than what is broken. */
const OPACITY = [0.85, 0.6, 1];
export function stretchesOf(lines) {
    const stretches = [];
    for (const [line, cells] of lines.entries()) {
        let from = 0;
        for (let step = 1; step <= cells.length; step++) {
            if (cells[step] === cells[from])
                continue;
            if (cells[from] !== 'none')
                stretches.push([line, from, step, shades.indexOf(cells[from])]);
            from = step;
        }
    }
    return stretches;
}
export function stripOption(strip, look) {
    const { size } = look;
    const written = (marks) => ({
        ...words(look),
        customValues: marks.map(({ at }) => at),
        formatter: (value) => marks.find(({ at }) => at === value)?.text ?? '',
        hideOverlap: true,
        margin: size * 0.5,
    });
    return {
        animation: false,
        grid: { left: roomFor(strip.names.map(({ text }) => text), size, MOST_LETTERS) + size * 0.75, right: size * 0.25, top: size * 0.25, bottom: size * 1.7 },
        xAxis: { type: 'value', min: 0, max: strip.steps, axisLabel: written(strip.times), axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false } },
        yAxis: {
            type: 'value',
            inverse: true,
            min: 0,
            max: Math.max(1, strip.lines.length),
            axisLabel: { ...written(strip.names), width: size * MOST_LETTERS, overflow: 'truncate' },
            axisTick: { show: false },
            axisLine: { show: false },
            splitLine: { show: false },
        },
        series: [{ type: 'custom', silent: true, data: stretchesOf(strip.lines), encode: { x: [1, 2], y: 0 }, renderItem: painter(look) }],
    };
}
function painter(look) {
    const fills = [look.text, look.limit, dashes(look)];
    return (_, api) => {
        const [line, from, to, shade] = [0, 1, 2, 3].map((dimension) => Number(api.value(dimension)));
        // Whole pixels, so that lines which touch leave no seam.
        const [x = 0, top = 0] = api.coord([from, line]).map(Math.round);
        const [right = 0, bottom = 0] = api.coord([to, line + 1]).map(Math.round);
        const room = bottom - top;
        const height = Math.min(look.rem * THICKEST_REM, room >= PARTED_PX ? room * 0.78 : room);
        const fill = fills[shade];
        return { type: 'rect', shape: { x, y: top + (room - height) / 2, width: right - x, height }, style: { fill, opacity: OPACITY[shade] } };
    };
}
/** Broken along the line, so that it still reads as broken where a line is one pixel high; as on the tiles, broken is paused. */
function dashes({ rem, figure }) {
    const image = document.createElement('canvas');
    const dash = Math.max(2, Math.round(rem * 0.3));
    image.width = dash * 2;
    image.height = 1;
    const pen = image.getContext('2d');
    if (pen) {
        pen.fillStyle = figure;
        pen.fillRect(0, 0, dash, 1);
    }
    return { image, repeat: 'repeat' };
}
//# sourceMappingURL=strip-option.js.map