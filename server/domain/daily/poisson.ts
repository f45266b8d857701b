/**
 * Where the true number behind a count lies, 95 times of 100: the exact interval of a Poisson mean (Garwood 1936). Its ends are the
 * means under which so many or more, and so many or fewer, come 2.5 times of 100; the half chi-square quantiles say the same.
 */
const TAIL = 0.025;
const HALVINGS = 60;

export interface Interval {
  low: number;
  high: number;
}

export function poissonInterval(count: number): Interval {
  const logFactorial = Array.from({ length: count }, (_none, index) => Math.log(index + 1)).reduce((sum, one) => sum + one, 0);
  const exactly = (mean: number) => Math.exp(count * Math.log(mean) - mean - logFactorial);
  const orMore = (mean: number) => series(exactly(mean), (step) => mean / (count + step));
  const orFewer = (mean: number) => series(exactly(mean), (step) => (count - step + 1) / mean);
  return {
    low: count === 0 ? 0 : halve({ low: 0, high: count }, (mean) => orMore(mean) > TAIL),
    // far beyond the 97.5th of 100: the mean, and four times its root
    high: halve({ low: count, high: count + 4 * Math.sqrt(count) + 5 }, (mean) => orFewer(mean) < TAIL),
  };
}

/** The first term and those after it, each so many times the one before, until they no longer tell. */
function series(first: number, times: (step: number) => number): number {
  let sum = 0;
  for (let [term, step] = [first, 1]; term > sum * Number.EPSILON; step++) {
    sum += term;
    term *= times(step);
  }
  return sum;
}

/** Where between the two it begins to be so. */
function halve({ low, high }: Interval, isSo: (mean: number) => boolean): number {
  for (let times = 0; times < HALVINGS; times++) {
    const middle = (low + high) / 2;
    if (isSo(middle)) high = middle;
    else low = middle;
  }
  return high;
}
