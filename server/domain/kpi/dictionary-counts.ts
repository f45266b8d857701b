/** The dictionary's counts: of tickets, of ratings, of alerts, and of the day's quarter-hours. */
import { entry, type Pair } from './dictionary-entry.js';

const AT_END: Pair = ['当天结束（或统计时刻）的状态', 'as it stands at the end of the day, or when counted'];

const tickets = [
  entry('tickets.issued', 'count', { name: ['取号', 'Issued'], formula: ['当天取出的号票数', 'tickets issued'] }),
  entry('tickets.carriedIn', 'count', {
    name: ['上日结转', 'Carried in'], formula: ['当天开始时尚未结束的号票数', 'tickets already open when the day begins'],
    boundaries: ['不再计入取号', 'never counted as issued again'],
  }),
  entry('tickets.called', 'count', {
    name: ['叫号', 'Called'], formula: ['首次叫号的等候段数', 'legs of waiting that were called'],
    boundaries: ['重呼不另计；转移后为新的一段', 'a recall adds nothing; a transfer begins a new leg'],
  }),
  entry('tickets.served', 'count', { name: ['办结', 'Served'], formula: ['以"办结"结束的办理数', 'services that ended as completed'] }),
  entry('tickets.returned', 'count', { name: ['退办', 'Returned'], formula: ['以"退办"结束的办理数', 'services that ended as returned'] }),
  entry('tickets.referred', 'count', { name: ['转办', 'Referred'], formula: ['以"转办"结束的办理数', 'services that ended as referred'] }),
  entry('tickets.noShow', 'count', {
    name: ['过号', 'No-show'], formula: ['叫号后未到的号票数', 'tickets called whose holder did not come'],
    boundaries: ['同日又回来的，撤回其过号', 'taken back when the ticket returns on the same day'],
  }),
  entry('tickets.abandoned', 'count', { name: ['弃号', 'Abandoned'], formula: ['叫号前离开的号票数', 'tickets whose holder left before a call'] }),
  entry('tickets.removed', 'count', { name: ['作废', 'Removed'], formula: ['被作废的号票数', 'tickets removed by the system or by hand'] }),
  entry('tickets.transferredIn', 'count', { name: ['转入', 'Transferred in'], formula: ['从别的事项转入的次数', 'transfers to this group from another'] }),
  entry('tickets.transferredOut', 'count', { name: ['转出', 'Transferred out'], formula: ['转到别的事项的次数', 'transfers from this group to another'] }),
  entry('tickets.stillWaiting', 'count', { name: ['仍在等候', 'Still waiting'], formula: ['等候或已叫号而未开始的号票数', 'tickets waiting, or called and not started'], boundaries: AT_END }),
  entry('tickets.inService', 'count', { name: ['办理中', 'In service'], formula: ['正在办理的号票数', 'tickets being served'], boundaries: AT_END }),
  entry('tickets.parked', 'count', { name: ['挂起', 'Parked'], formula: ['挂起的号票数', 'tickets parked'], boundaries: AT_END }),
];

const LEVELS: [level: number, name: Pair][] = [
  [5, ['非常满意', 'Very satisfied']], [4, ['满意', 'Satisfied']], [3, ['基本满意', 'Fairly satisfied']], [2, ['不满意', 'Dissatisfied']], [1, ['非常不满意', 'Very dissatisfied']],
];
const ratings = [
  entry('rating.requested', 'count', { name: ['请评', 'Ratings requested'], formula: ['请求评价的次数', 'ratings asked for'] }),
  entry('rating.given', 'count', { name: ['主动评价', 'Ratings given'], formula: ['主动给出的评价数', 'ratings given by the customer'] }),
  entry('rating.defaulted', 'count', { name: ['默认评价', 'Ratings defaulted'], formula: ['超时自动默认的评价数', 'ratings that the pad filled in by itself'], boundaries: ['从不计入满意率与均分', 'never part of a satisfied share or a mean'] }),
  ...LEVELS.map(([level, [zh, en]]) => entry(`rating.byLevel.${level}`, 'count', {
    name: [`评价 ${level} 级 ${zh}`, `Rated ${level}, ${en.toLowerCase()}`], formula: [`${level} 级的主动评价数`, `ratings given of level ${level}`], source: '国办发〔2019〕51号 (GB/T 39735)',
  })),
];

const alerts = [
  entry('alerts.raised', 'count', { name: ['告警', 'Alerts raised'], formula: ['应发时刻在当天的告警数', 'alerts raised; each once for its clause, subject and due instant'] }),
  entry('alerts.byClause', 'count', { name: ['按条款告警', 'Alerts by clause'], formula: ['每条款的告警数', 'alerts raised of each clause'] }),
];

const NOW: Pair = ['该刻钟结束时，进行中的为现在', 'at the end of the quarter-hour, or now while it runs'];
const QUARTER: Pair = ['事件自身的时间落在该刻钟内', 'the event\'s own time lies in the quarter-hour'];
const quarters = [
  entry('quarter.startAt', 'instant', { name: ['刻钟起点', 'Quarter begins'], formula: ['该刻钟的第一毫秒', 'its first millisecond'], boundaries: QUARTER }),
  entry('quarter.waiting', 'count', { name: ['刻钟末等候', 'Waiting'], formula: ['等候人数', 'people waiting'], boundaries: NOW }),
  entry('quarter.issued', 'count', { name: ['刻钟取号', 'Issued'], formula: ['取号数', 'tickets issued'], boundaries: QUARTER }),
  entry('quarter.called', 'count', { name: ['刻钟叫号', 'Called'], formula: ['首次叫号数', 'tickets first called'], boundaries: QUARTER }),
  entry('quarter.ended', 'count', { name: ['刻钟办结', 'Ended'], formula: ['结束的办理数', 'services ended'], boundaries: QUARTER }),
  entry('quarter.abandoned', 'count', { name: ['刻钟弃号', 'Abandoned'], formula: ['弃号数', 'tickets abandoned'], boundaries: QUARTER }),
];

const cases = [
  entry('cases.opened', 'count', { name: ['立案', 'Cases opened'], formula: ['当天登记的个案数，按台账分', 'cases entered in the ledgers, by kind'], boundaries: ['按登记的时刻', 'by when they were entered'], version: 2 }),
  entry('cases.steps', 'count', { name: ['办理步骤', 'Case steps'], formula: ['当天办理的步骤数，按步骤分', 'steps taken about cases of any day, by step'], boundaries: ['按办理的时刻', 'by when they were taken'], version: 2 }),
  entry('cases.replied', 'count', { name: ['答复', 'Cases replied to'], formula: ['当天答复的次数，按台账分', 'replies given, by kind'], boundaries: ['按答复的时刻', 'by when they were given'], version: 3 }),
  entry('cases.closed', 'count', { name: ['个案办结', 'Cases closed'], formula: ['当天办结的个案数，按台账分', 'cases closed, by kind'], boundaries: ['按办结的时刻', 'by when they were closed'], version: 3 }),
  entry('cases.open', 'count', { name: ['在办个案', 'Cases open'], formula: ['当天结束时未办结的个案数，按台账分', 'cases not closed when the day ends, by kind'], boundaries: ['当天结束或打烊时', 'at the end of the day, or at its closing while it runs'], version: 3 }),
  entry('cases.overdue', 'count', { name: ['逾期个案', 'Cases overdue'], formula: ['其中已过本步或答复时限的', 'those of them past the due time of what comes next, or of the reply'], boundaries: ['当天结束或打烊时', 'at the end of the day, or at its closing while it runs'], version: 3 }),
];

export const counts = [...tickets, ...ratings, ...alerts, ...cases, ...quarters];
