/** A clause of the standard as a sentence, and the fields that it is made of. */
import type { ClauseKind } from '../../../../shared/glossary/clause-kinds.js';

/** What a clause's sentence is made of; `after` is empty where it holds at once. */
interface Said {
  after: string;
  limit: number;
  window: number;
}
interface Sentence {
  whom: string;
  promise: string;
  /** Lengths in words; empty where there is none. */
  warn: string;
  breach: string;
  escalate: string;
  during: 'openingHours' | 'always' | '';
}
type Promises = Record<ClauseKind, (said: Said) => string>;

const lasting = (after: string) => (after ? `，持续 ${after}` : '');
const zhPromises: Promises = {
  'ticket.wait': ({ after }) => `等候 ${after}超时`,
  'ticket.response': ({ after }) => `叫号后 ${after}未开始办理`,
  'service.time': ({ after }) => `办理 ${after}超时`,
  'ticket.parked': ({ after }) => `挂起 ${after}超时`,
  'queue.length': ({ after, limit }) => `一个事项排队超过 ${limit} 人${lasting(after)}`,
  'hall.crowding': ({ after, limit }) => `在厅超过 ${limit} 人${lasting(after)}`,
  'counter.idle': ({ after }) => `有人等候而空闲 ${after}`,
  'counter.paused': ({ after }) => `暂停超过 ${after}`,
  'counter.lateOpening': ({ after }) => (after ? `该开窗 ${after}仍未开` : '未准时开窗'),
  'counter.earlyClosing': ({ after }) => (after ? `提前关窗 ${after}` : '提前关窗'),
  'counters.open': ({ after, limit }) => `有人等候而开放窗口少于 ${limit} 个${lasting(after)}`,
  'ticket.transfers': ({ limit }) => `一张号票转办 ${limit} 次`,
  'rating.bad': ({ limit }) => `评价 ${limit} 分及以下（满分 5 分）`,
  'rating.mean': ({ limit, window }) => `最近 ${window} 次评价平均低于 ${limit} 分`,
  'source.silent': ({ after }) => `数据中断${after ? ` ${after}` : ''}`,
  'device.fault': ({ after }) => `设备故障${after ? ` ${after}` : ''}`,
  'complaint.reply': ({ limit }) => `投诉 ${limit} 个工作日内未答复`,
  'complaint.rectify': ({ limit }) => `投诉查实后 ${limit} 个工作日内未整改`,
  'case.due': ({ after, limit }) => `台账事项${limit ? ` ${limit} 个工作日内` : '按期'}未完成${lasting(after)}`,
  'staff.conduct': ({ limit }) => `一人一年内回访查实 ${limit} 次`,
  'staff.unqualified': ({ after }) => `无有效上岗证在岗${lasting(after)}`,
  'record.expires': ({ limit }) => `证件或公开事项 ${limit} 天内到期`,
  'guide.missing': ({ after }) => `事项没有办事指南${lasting(after)}`,
};

const lastingEn = (after: string) => (after ? ` for ${after}` : '');
const enPromises: Promises = {
  'ticket.wait': ({ after }) => `a wait of ${after} is too long`,
  'ticket.response': ({ after }) => `called and not begun after ${after}`,
  'service.time': ({ after }) => `a service of ${after} is too long`,
  'ticket.parked': ({ after }) => `parked for ${after} is too long`,
  'queue.length': ({ after, limit }) => `more than ${limit} wait for one service${lastingEn(after)}`,
  'hall.crowding': ({ after, limit }) => `more than ${limit} people in the hall${lastingEn(after)}`,
  'counter.idle': ({ after }) => `free for ${after} while people wait`,
  'counter.paused': ({ after }) => `paused for more than ${after}`,
  'counter.lateOpening': ({ after }) => (after ? `not open ${after} after it should be` : 'not open when it should be'),
  'counter.earlyClosing': ({ after }) => `closed too early${lastingEn(after)}`,
  'counters.open': ({ after, limit }) => `fewer than ${limit} counters open while people wait${lastingEn(after)}`,
  'ticket.transfers': ({ limit }) => `a ticket sent on ${limit} times`,
  'rating.bad': ({ limit }) => `a rating of ${limit} or less (of 5)`,
  'rating.mean': ({ limit, window }) => `the last ${window} ratings average below ${limit}`,
  'source.silent': ({ after }) => `no data${lastingEn(after)}`,
  'device.fault': ({ after }) => `a device faulty${lastingEn(after)}`,
  'complaint.reply': ({ limit }) => `a complaint not replied to within ${limit} working days`,
  'complaint.rectify': ({ limit }) => `a verified complaint not rectified within ${limit} working days`,
  'case.due': ({ after, limit }) => `a case not done ${limit ? `within ${limit} working days` : 'in time'}${lastingEn(after)}`,
  'staff.conduct': ({ limit }) => `one person verified ${limit} times in return visits of a year`,
  'staff.unqualified': ({ after }) => `serving without a valid certificate${lastingEn(after)}`,
  'record.expires': ({ limit }) => `a certificate or notice ends within ${limit} days`,
  'guide.missing': ({ after }) => `a service without a guide${lastingEn(after)}`,
};

const zhLimits: Partial<Record<ClauseKind, string>> = {
  'queue.length': '排队人数超过', 'hall.crowding': '在厅人数超过', 'counters.open': '开放窗口少于', 'ticket.transfers': '转办次数', 'rating.bad': '评价不高于 分', 'rating.mean': '平均低于 分',
  'complaint.reply': '工作日', 'complaint.rectify': '工作日', 'case.due': '工作日', 'staff.conduct': '一年内次数', 'record.expires': '到期前天数',
};
const enLimits: typeof zhLimits = {
  'queue.length': 'More people than', 'hall.crowding': 'More people than', 'counters.open': 'Fewer counters than', 'ticket.transfers': 'Times sent on', 'rating.bad': 'Rating at most', 'rating.mean': 'Average below',
  'complaint.reply': 'Working days', 'complaint.rectify': 'Working days', 'case.due': 'Working days', 'staff.conduct': 'Times a year', 'record.expires': 'Days before its end',
};

export const zh = {
  promises: zhPromises,
  clauseSentence: ({ whom, promise, warn, breach, escalate, during }: Sentence) => {
    const warning = warn && (breach ? `，${warn}预警` : '，只预警');
    return `${whom}：${promise}${warning}${during && { openingHours: '（开放时间内）', always: '（不论开放时间）' }[during]}${escalate && `；${escalate}无人签收则升级`}`;
  },
  lengthWords: (count: number, unit: 's' | 'm' | 'h') => `${count} ${{ s: '秒', m: '分钟', h: '小时' }[unit]}`,
  everyWhom: { ticket: '全部事项', service: '全部事项', queue: '全部事项', hall: '全厅', counter: '任一窗口', counters: '全厅', rating: '全厅', source: '任一来源', device: '任一设备' } as Record<string, string>,
  nameBreak: '、',
  namesAndMore: (names: string, all: number, _more: number) => `${names}等 ${all} 个`,
  classesOf: (names: string) => `${names}客群`,
  sourceIs: (source: string) => `出处：${source}`,
  sourceLocal: '本厅自定',
  sourceMissing: '未写出处',
  everySource: '每个数字的出处',
  breachAfter: '超时',
  warnAfter: '预警',
  escalateAfter: '无人签收则升级',
  limitOf: zhLimits,
  windowOf: '最近评价次数',
  duringWord: '计时',
  duringWords: { openingHours: '只在开放时间内', always: '不论开放时间' } as Record<string, string>,
  unitWords: { s: '秒', m: '分钟', h: '小时' } as Record<string, string>,
  unitOf: (field: string) => `${field}的单位`,
  whomWords: { serviceIds: '适用事项', counterIds: '适用窗口', customerClasses: '适用客群' } as Record<string, string>,
  whomAll: '全部',
  chosenOf: (whom: string, count: number) => `${whom}：${count === 0 ? '全部' : `${count} 个`}`,
  classesHint: '用逗号隔开，与取号机上报的客群一致',
  standardRules: {
    breachAfter: '须填写大于 0 的时间', warnAfter: '须大于 0，且短于超时的时间', escalateAfter: '须至少 1 分钟', limit: '须填写不小于 0 的数', window: '须为 2–1000 的整数',
    source: '请写明数字的出处，或选“本厅自定”', name: '请填写名称，最多 200 个字', effectiveFrom: '须为今天或以后的时间：已作出的判定不能改',
    serviceIds: '请至少选一个', counterIds: '请至少选一个', customerClasses: '请至少写一个', clauses: '最多 200 条',
  } as Record<string, string>,
};

export const en: typeof zh = {
  promises: enPromises,
  clauseSentence: ({ whom, promise, warn, breach, escalate, during }) => {
    const warning = warn && (breach ? `, warned of at ${warn}` : ', only warned of');
    return `${whom}: ${promise}${warning}${during && { openingHours: ' (in opening hours)', always: ' (at any hour)' }[during]}${escalate && `; passed on if nobody takes it within ${escalate}`}`;
  },
  lengthWords: (count, unit) => `${count} ${{ s: 's', m: 'min', h: 'h' }[unit]}`,
  everyWhom: { ticket: 'All services', service: 'All services', queue: 'All services', hall: 'The hall', counter: 'Any counter', counters: 'The hall', rating: 'The hall', source: 'Any source', device: 'Any device' },
  nameBreak: ', ',
  namesAndMore: (names, _all, more) => `${names} and ${more} more`,
  classesOf: (names) => `customers ${names}`,
  sourceIs: (source) => `Source: ${source}`,
  sourceLocal: 'Chosen by this hall',
  sourceMissing: 'no source given',
  everySource: 'Where each number comes from',
  breachAfter: 'Broken after',
  warnAfter: 'Warned of after',
  escalateAfter: 'Passed on if untaken for',
  limitOf: enLimits,
  windowOf: 'Last ratings counted',
  duringWord: 'Time counts',
  duringWords: { openingHours: 'in opening hours', always: 'always' },
  unitWords: { s: 's', m: 'min', h: 'h' },
  unitOf: (field) => `Unit of: ${field}`,
  whomWords: { serviceIds: 'For services', counterIds: 'For counters', customerClasses: 'For classes of customers' },
  whomAll: 'All',
  chosenOf: (whom, count) => `${whom}: ${count === 0 ? 'all' : count}`,
  classesHint: 'With commas between, as the ticket machine reports them',
  standardRules: {
    breachAfter: 'A length greater than 0', warnAfter: 'Greater than 0 and shorter than the breach', escalateAfter: 'At least a minute', limit: 'A number of 0 or more', window: 'A whole number from 2 to 1000',
    source: 'Say where the number comes from, or that this hall chose it', name: 'A name of 1 to 200 characters', effectiveFrom: 'Today or later: what was judged stays',
    serviceIds: 'At least one', counterIds: 'At least one', customerClasses: 'At least one', clauses: 'At most 200 clauses',
  },
};
