import type { EChartsCoreOption } from 'echarts/core';

/** One line of a day's curve. `null` is a gap: a quarter in which nothing was measured. */
export interface CurveLine {
  name: string;
  values: readonly (number | null)[];
  style: 'area' | 'strong' | 'thin';
}

/** What a curve shows: plain data in the units of its axis; who asks need not know what draws it. */
export interface Curve {
  labels: readonly string[];
  lines: readonly CurveLine[];
  /** Mark lines across the curve; the first of them is named. */
  limits: { values: readonly number[]; name: string };
  /** The axis reaches at least so far, so that a calm day looks calm. */
  atLeast: number;
}

/** Colours and sizes as the page has them now: canvas knows neither rem nor variables. */
export interface CurveLook {
  rem: number;
  text: string;
  figure: string;
  edge: string;
  bar: string;
  limit: string;
  font: string;
}

export function curveOption(curve: Curve, look: CurveLook): EChartsCoreOption {
  const size = Math.round(look.rem * 1.5);
  const words = { color: look.text, fontSize: size, fontFamily: look.font };
  return {
    animation: false,
    grid: { left: size * 2.6, right: size * 2.6, top: size * 0.7, bottom: size * 1.7 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [...curve.labels],
      axisLabel: { ...words, hideOverlap: true, interval: (_: number, text: string) => text.endsWith(':00'), margin: size * 0.5 },
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
      axisLabel: { ...words, margin: size * 0.5, hideOverlap: true },
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

function seriesOf(line: CurveLine, limits: Curve['limits'] | null, look: CurveLook): object {
  const area = line.style === 'area';
  return {
    id: line.name,
    name: line.name,
    type: 'line',
    silent: true,
    showSymbol: false,
    connectNulls: false,
    data: [...line.values],
    lineStyle: {
      color: line.style === 'thin' ? look.bar : look.figure,
      width: look.rem * (line.style === 'thin' ? 0.125 : 0.1875),
    },
    ...(area ? { areaStyle: { color: look.bar, opacity: 0.28 } } : {}),
    ...(limits ? { markLine: limitLines(limits, look) } : {}),
  };
}

function limitLines({ values, name }: Curve['limits'], look: CurveLook): object {
  const label = { show: true, formatter: name, color: look.text, fontSize: Math.round(look.rem * 1.5), fontFamily: look.font, position: 'end' };
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    label: { show: false },
    lineStyle: { color: look.limit, type: [look.rem * 0.5, look.rem * 0.35], width: look.rem * 0.125 },
    data: values.map((yAxis, i) => (i === 0 ? { yAxis, label } : { yAxis })),
  };
}
