import { percent } from '../../hall/format';
import { t } from '../../ui/lang';
import { ENOUGH, wilson } from '../wilson';

/** A share as a report tells it: of few cases with how many, and where it truly lies. */
export function shareText(share: number | null, n: number): string {
  const interval = share === null || n >= ENOUGH ? null : wilson(share, n);
  return interval ? `${percent(share)} · ${t().few(n, `${percent(interval.low)}–${percent(interval.high)}`)}` : percent(share);
}
