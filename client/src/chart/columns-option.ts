import type { EChartsCoreOption } from 'echarts/core';
import { ceiling } from './curve-option';
import type { Columns, Look } from './drawing';
import { words } from './text';

/** Columns side by side over a scale that begins at nought. */
export function columnsOption({ counts, limit }: Columns, look: Look): EChartsCoreOption {
  const { size } = look;
  const isOver = (index: number): boolean => limit !== null && index >= limit.at;
  return {
    animation: false,
    grid: { left: size * 2.6, right: size * 1.4, top: size * 1.7, bottom: size * 1.9 },
    xAxis: [
      { type: 'category', data: counts.map((_, index) => index), show: false },
      {
        type: 'value', min: 0, max: Math.max(1, counts.length), position: 'bottom', splitNumber: 6, minInterval: 1,
        axisLabel: { ...words(look), margin: size * 0.5, hideOverlap: true },
        axisTick: { show: false }, axisLine: { lineStyle: { color: look.edge, width: 1 } }, splitLine: { show: false },
      },
    ],
    yAxis: {
      type: 'value', min: 0, max: ceiling(Math.max(1, ...counts)), splitNumber: 2, minInterval: 1,
      axisLabel: { ...words(look), margin: size * 0.5, hideOverlap: true },
      splitLine: { lineStyle: { color: look.edge, width: 1 } },
    },
    series: [
      {
        type: 'bar', silent: true, barCategoryGap: '12%',
        data: counts.map((value, index) => ({ value, itemStyle: { color: isOver(index) ? look.over : look.bar } })),
      },
      // It carries the limit alone, for only the scale of values knows where between two columns it falls.
      { type: 'line', silent: true, xAxisIndex: 1, data: [], ...(limit ? { markLine: limitLine(limit, look) } : {}) },
    ],
  };
}

function limitLine({ at, name }: { at: number; name: string }, look: Look): object {
  return {
    silent: true, symbol: 'none', animation: false,
    label: { ...words(look), show: true, formatter: name, position: 'end', distance: look.size * 0.3 },
    lineStyle: { color: look.figure, type: 'solid', width: look.rem * 0.125 },
    data: [{ xAxis: at }],
  };
}
