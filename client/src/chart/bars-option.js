import { roomFor, words } from './text';
const MOST_LETTERS = 12;
const VALUE_LETTERS = 4;
export function barsOption({ bars }, look) {
    const { size } = look;
    const names = bars.map(({ name }) => name);
    return {
        animation: false,
        grid: { left: roomFor(names, size, MOST_LETTERS) + size * 0.75, right: size * VALUE_LETTERS * 0.7, top: 0, bottom: 0 },
        xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...bars.map(({ value }) => value)) },
        yAxis: {
            type: 'category',
            inverse: true,
            data: names,
            axisLabel: { ...words(look), margin: size * 0.75, width: size * MOST_LETTERS, overflow: 'truncate', interval: 0 },
            axisTick: { show: false },
            axisLine: { lineStyle: { color: look.edge, width: 1 } },
        },
        series: [
            {
                type: 'bar',
                silent: true,
                data: bars.map(({ value }) => value),
                barWidth: '46%',
                itemStyle: { color: look.bar },
                label: { ...words(look), show: true, position: 'right', distance: size * 0.5, color: look.figure },
            },
        ],
    };
}
//# sourceMappingURL=bars-option.js.map