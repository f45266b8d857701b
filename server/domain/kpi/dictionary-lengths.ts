/** The dictionary's lengths: waits and services with their spread, counters' time, the honest wait. */
import type { DictionaryEntry } from '../../../shared/rows/dictionary.js';
import { entry, type Pair, type Told } from './dictionary-entry.js';

const TYPE_7 = 'Hyndman & Fan 1996, type 7 (NumPy, R, PERCENTILE.INC)';
const statistics: [key: string, unit: DictionaryEntry['unit'], name: Pair, formula: Pair, source?: string][] = [
  ['count', 'count', ['次数', 'count'], ['已知长度的个数', 'how many lengths are known']],
  ['mean', 'ms', ['平均', 'mean'], ['总和 ÷ 次数', 'sum ÷ count']],
  ['p50', 'ms', ['中位数', 'median'], ['精确的第 50 百分位，线性插值', 'exact 50th percentile, interpolated'], TYPE_7],
  ['p90', 'ms', ['P90', 'p90'], ['精确的第 90 百分位，线性插值', 'exact 90th percentile, interpolated'], TYPE_7],
  ['p95', 'ms', ['P95', 'p95'], ['精确的第 95 百分位，线性插值', 'exact 95th percentile, interpolated'], TYPE_7],
  ['max', 'ms', ['最长', 'longest'], ['最大值', 'the longest']],
];

/** A spread of lengths: the length itself, said once, and each statistic of it. */
function spread(key: string, { name, formula, ...rest }: Told): DictionaryEntry[] {
  return statistics.map(([part, unit, partName, partFormula, source]) => entry(`${key}.${part}`, unit, {
    ...rest,
    name: [`${name[0]}${partName[0]}`, `${name[1]}, ${partName[1]}`],
    formula: [`${formula[0]}：${partFormula[0]}`, `${formula[1]}: ${partFormula[1]}`],
    ...(source ? { source: [rest.source, source].filter(Boolean).join('; ') } : {}),
  }));
}

const spreads = [
  ...spread('waitMs', {
    name: ['等候', 'Wait'], formula: ['取号 → 首次叫号', 'issued → first call'], source: 'Qmatic BI (call − create)',
    boundaries: ['计入首次叫号的当天；转移后为新的一段；弃号者不在内；取号未知的不计', 'of tickets first called that day; a transfer begins a new leg; nobody who left; none whose issue is unknown'],
  }),
  ...spread('waitToServiceMs', {
    name: ['到办理', 'Wait to service'], formula: ['取号 → 开始办理', 'issued → service starts'], source: 'Treasury Board of Canada, in-person service KPI guide',
    boundaries: ['计入开始办理的当天', 'of services started that day'],
  }),
  ...spread('walkMs', {
    name: ['到窗', 'Walk'], formula: ['末次叫号 → 开始办理', 'last call → service starts'], source: 'Novo SGA (deslocamento)',
    boundaries: ['计入开始办理的当天；无叫号的不计', 'of services started that day; none without a call'],
  }),
  ...spread('serviceMs', {
    name: ['办理', 'Service'], formula: ['开始办理 → 办理结束', 'service starts → service ends'], source: 'Qmatic BI (transaction time)',
    boundaries: ['计入办理结束的当天；无开始的不计', 'of services ended that day; none without a start'],
  }),
  ...spread('abandonMs', {
    name: ['弃号前等候', 'Wait of those who left'], formula: ['取号 → 弃号', 'issued → abandoned'],
    boundaries: ['只含叫号前离开者；从不并入等候', 'of those who left before a call; never mixed into the wait'],
  }),
];

const CUT: Pair = ['离开者与仍在等候者按截尾处理', 'those who left and those still waiting are censored, not forgotten'];
const KAPLAN_MEIER = 'Kaplan & Meier 1958';
const honest = [
  entry('honestWait.count', 'count', { name: ['如实等候人数', 'Honest wait, people'], formula: ['叫到的、离开的与仍在等候的', 'called, gone and still waiting'], source: KAPLAN_MEIER, boundaries: CUT }),
  entry('honestWait.censored', 'count', { name: ['如实等候截尾', 'Honest wait, cut short'], formula: ['未等到叫号的人数', 'those whose wait did not end in a call'], source: KAPLAN_MEIER, boundaries: CUT }),
  entry('honestWait.p50', 'ms', { name: ['如实等候中位数', 'Honest wait, median'], formula: ['半数人等到叫号所需时间', 'by when half would have been called'], source: KAPLAN_MEIER, boundaries: CUT }),
  entry('honestWait.p90', 'ms', { name: ['如实等候 P90', 'Honest wait, p90'], formula: ['九成人等到叫号所需时间', 'by when nine tenths would have been called'], source: KAPLAN_MEIER, boundaries: CUT }),
];

const IN_DAY: Pair = ['只计当天之内的部分', 'only what lies within the day'];
const counter = [
  entry('counter.openMs', 'ms', { name: ['开窗时长', 'Open time'], formula: ['开窗的时间，含暂停', 'time open, pauses included'], boundaries: IN_DAY }),
  entry('counter.pausedMs', 'ms', { name: ['暂停时长', 'Paused time'], formula: ['暂停的时间', 'time paused'], boundaries: IN_DAY }),
  entry('counter.busyMs', 'ms', { name: ['忙碌时长', 'Busy time'], formula: ['办理的时间，重叠只计一次', 'time serving, overlaps counted once'], boundaries: IN_DAY }),
];

const RAISED: Pair = ['当天触发的告警', 'of alerts raised that day'];
const alerts = [
  entry('alerts.acknowledgedMsMean', 'ms', { name: ['平均签收用时', 'Mean time to acknowledge'], formula: ['触发 → 签收 的平均', 'mean of raised → acknowledged'], boundaries: RAISED, source: 'ITIL (MTTA)' }),
  entry('alerts.resolvedMsMean', 'ms', { name: ['平均解除用时', 'Mean time to resolve'], formula: ['触发 → 解除 的平均', 'mean of raised → resolved'], boundaries: RAISED, source: 'ITIL (MTTR)' }),
];

const QUARTER: Pair = ['该刻钟内首次叫号的号票', 'of tickets first called in the quarter-hour'];
const quarters = [
  entry('quarter.waitP50Ms', 'ms', { name: ['刻钟等候中位数', 'Wait, median'], formula: ['等候的第 50 百分位', '50th percentile of the wait'], boundaries: QUARTER, source: TYPE_7 }),
  entry('quarter.waitP90Ms', 'ms', { name: ['刻钟等候 P90', 'Wait, p90'], formula: ['等候的第 90 百分位', '90th percentile of the wait'], boundaries: QUARTER, source: TYPE_7 }),
];

export const lengths = [...spreads, ...honest, ...counter, ...alerts, ...quarters];
