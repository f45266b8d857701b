import type { Curve } from '../chart/curve-option';
import type { QuarterPoint } from '../hall/curve';
import { meanMinutes } from '../hall/format';
import type { Words } from '../ui/words';

/** How many people waited at the end of each quarter of an hour. */
export function waitingCurve(points: readonly QuarterPoint[], t: Words): Curve {
  return {
    labels: points.map((point) => point.label),
    lines: [{ name: t.peopleWaiting, values: points.map((point) => point.waiting), style: 'area' }],
    limits: { values: [], name: '' },
    atLeast: 4,
  };
}

/** More lines than these would hide the curve. */
const MOST_LIMITS = 3;

/** How long those waited who were called in each quarter, against the limits that the queues promise. */
export function waitCurve(points: readonly QuarterPoint[], limitsMs: readonly number[], t: Words): Curve {
  return {
    labels: points.map((point) => point.label),
    lines: [
      { name: t.p90, values: points.map((point) => point.p90), style: 'strong' },
      { name: t.p50, values: points.map((point) => point.p50), style: 'thin' },
    ],
    limits: { values: limitsMs.slice(0, MOST_LIMITS).flatMap((limit) => meanMinutes(limit) ?? []), name: t.limit },
    atLeast: 5,
  };
}
