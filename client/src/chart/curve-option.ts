import type { EChartsCoreOption } from 'echarts/core';
import type { Curve, CurveLine, Look } from './drawing';
import { roomFor, words } from './text';

export function curveOption(curve: Curve, look: Look): EChartsCoreOption {
  const { size } = look;
  const right = curve.limits.values.length > 0 ? roomFor([curve.limits.name], size, 4) + size * 0.6 : size * 1.4;
  return {
    animation: false,
    grid: { left: size * 2.6, right, top: size * 0.7, bottom: size * 1.9 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [...curve.labels],
      axisLabel: { ...words(look), hideOverlap: true, interval: (_: number, text: string) => text.endsWith(':00') || !text.includes(':'), margin: size * 0.65 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.edge, width: 1 } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      // A day on which nothing was measured yet has no range.
      max: (range: { max: number }) => ceiling(Math.max(...[range.max, ...curve.limits.values, curve.atLeast].filter(Number.isFinite))),
      splitNumber: 2,
      minInterval: 1,
      axisLabel: { ...words(look), margin: size * 0.5, hideOverlap: true },
      splitLine: { lineStyle: { color: look.edge, width: 1 } },
    },
    series: curve.lines.map((line, i) => seriesOf(line, i === 0 ? curve.limits : null, look)),
  };
}

/** Two even steps up to a round number that holds the highest value. */
export function ceiling(highest: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  for (const factor of [1, 2, 4, 6, 8, 10]) if (highest <= step * factor) return step * factor;
  return step * 10;
}

function seriesOf(line: CurveLine, limits: Curve['limits'] | null, look: Look): object {
  const thin = line.style === 'thin';
  return {
    id: line.name,
    name: line.name,
    type: 'line',
    silent: true,
    symbol: 'none',
    showAllSymbol: true,
    connectNulls: false,
    data: withNewest(line, look),
    lineStyle: { color: thin ? look.limit : look.figure, width: look.rem * (thin ? 0.125 : 0.1875) },
    ...(line.style === 'area' ? { areaStyle: { color: fading(look.bar), opacity: 0.6 } } : {}),
    ...(limits ? { markLine: limitLines(limits, look) } : {}),
  };
}

function fading(color: string): object {
  return { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: [{ offset: 0, color }, { offset: 1, color: 'transparent' }] };
}

/** The newest value is marked, for it is what people look for: a dot, or a square where it is past its limit. */
function withNewest({ values, style, over }: CurveLine, look: Look): unknown[] {
  const newest = values.findLastIndex((value) => value !== null);
  const mark = over
    ? { symbol: 'rect', symbolSize: look.rem * 1.1, itemStyle: { color: look.over } }
    : { symbol: 'circle', symbolSize: look.rem * (style === 'thin' ? 0.5 : 0.7), itemStyle: { color: style === 'thin' ? look.limit : look.figure } };
  return values.map((value, i) => (i === newest ? { value, ...mark } : value));
}

function limitLines({ values, name }: Curve['limits'], look: Look): object {
  const label = { ...words(look), show: true, formatter: name, position: 'end' };
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    label: { show: false },
    lineStyle: { color: look.limit, type: [look.rem * 0.5, look.rem * 0.35], width: look.rem * 0.125 },
    data: values.map((yAxis, i) => (i === 0 ? { yAxis, label } : { yAxis })),
  };
}
