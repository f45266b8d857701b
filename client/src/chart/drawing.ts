/** What a chart shows: plain data in the units of its axes, so that who asks need not know what draws it. */
export type Drawing = Curve | Bars | Strip | Columns;

/** One line of a curve. `null` is a gap: a quarter in which nothing was measured. */
export interface CurveLine {
  name: string;
  values: readonly (number | null)[];
  style: 'area' | 'strong' | 'thin';
  /** Its newest value is past the limit: marked by a square in the colour of a breach. */
  over: boolean;
}

/** Lines over the day. */
export interface Curve {
  kind: 'curve';
  labels: readonly string[];
  lines: readonly CurveLine[];
  /** Mark lines across the curve; the first of them is named. */
  limits: { values: readonly number[]; name: string };
  /** The axis reaches at least so far, so that a calm day looks calm. */
  atLeast: number;
}

/** Lengths side by side, each with its name before it and its value behind it. */
export interface Bars {
  kind: 'bars';
  bars: readonly { name: string; value: number }[];
}

/** How many fell into each step of a scale; those past the limit stand out. */
export interface Columns {
  kind: 'columns';
  counts: readonly number[];
  /** At so many steps from the left edge. */
  limit: { at: number; name: string } | null;
}

/** How a stretch of a strip is drawn; told apart by lightness and by being broken, never by hue. */
export const shades = ['light', 'mid', 'dashed', 'none'] as const;
export type Shade = (typeof shades)[number];

/** One line a thing, one cell a step of time: which state it was in. */
export interface Strip {
  kind: 'strip';
  /** Times written under the strip, at so many steps from its left edge. */
  times: readonly { at: number; text: string }[];
  steps: number;
  lines: readonly (readonly Shade[])[];
  /** Names written beside the strip, at so many lines from its top. */
  names: readonly { at: number; text: string }[];
}

/** Colours and sizes as the page has them now: canvas knows neither rem nor variables. `size` is that of the text, in px. */
export interface Look {
  rem: number;
  size: number;
  text: string;
  figure: string;
  edge: string;
  bar: string;
  limit: string;
  over: string;
  font: string;
}
