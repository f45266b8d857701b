import type { Word } from './word.js';

/** What a clause 条款 of the standard can promise (contract §3). */
export const clauseKinds = {
  'ticket.wait': { zh: '等候超时', en: 'Wait too long' },
  'ticket.response': { zh: '到窗超时', en: 'Called, service not started' },
  'service.time': { zh: '办理超时', en: 'Service too long' },
  'ticket.parked': { zh: '挂起超时', en: 'Parked too long' },
  'queue.length': { zh: '排队过长', en: 'Queue too long' },
  'hall.crowding': { zh: '大厅拥挤', en: 'Hall crowded' },
  'counter.idle': { zh: '窗口空闲而有人等候', en: 'Counter free while people wait' },
  'counter.paused': { zh: '离岗超时', en: 'Counter paused too long' },
  'counter.lateOpening': { zh: '未准时开窗', en: 'Counter opened late' },
  'counter.earlyClosing': { zh: '提前关窗', en: 'Counter closed early' },
  'counters.open': { zh: '开窗不足', en: 'Too few counters open' },
  'ticket.transfers': { zh: '多次转办', en: 'Sent on too often' },
  'rating.bad': { zh: '差评', en: 'Bad rating' },
  'rating.mean': { zh: '评分偏低', en: 'Ratings low' },
  'source.silent': { zh: '数据中断', en: 'Source silent' },
  'device.fault': { zh: '设备故障', en: 'Device fault' },
  'complaint.reply': { zh: '投诉未按时答复', en: 'Complaint not replied to' },
  'complaint.rectify': { zh: '投诉未按时整改', en: 'Complaint not rectified' },
  'case.due': { zh: '台账事项逾期', en: 'Case overdue' },
  'staff.conduct': { zh: '年内查实多次', en: 'Verified again and again' },
  'staff.unqualified': { zh: '无证上岗', en: 'Not certified to serve' },
  'record.expires': { zh: '证件或公开事项将到期', en: 'About to expire' },
  'guide.missing': { zh: '缺少办事指南', en: 'No service guide' },
} as const satisfies Record<string, Word>;

export type ClauseKind = keyof typeof clauseKinds;

type Whom = 'serviceIds' | 'counterIds' | 'customerClasses';
export type ClauseField = 'warnAfter' | 'breachAfter' | 'limit' | 'window';

/** What each kind of clause needs, and what it may say besides id, appliesTo, during, escalateAfter and source. `whom`: the parts of appliesTo that can narrow it. */
export const clauseFields = {
  'ticket.wait': { needs: ['breachAfter'], may: ['warnAfter'], whom: ['serviceIds', 'customerClasses'] },
  'ticket.response': { needs: ['breachAfter'], may: ['warnAfter'], whom: ['serviceIds', 'counterIds', 'customerClasses'] },
  'service.time': { needs: ['breachAfter'], may: ['warnAfter'], whom: ['serviceIds', 'counterIds', 'customerClasses'] },
  'ticket.parked': { needs: ['breachAfter'], may: ['warnAfter'], whom: ['serviceIds', 'counterIds', 'customerClasses'] },
  'queue.length': { needs: ['limit'], may: ['warnAfter', 'breachAfter'], whom: ['serviceIds', 'customerClasses'] },
  'hall.crowding': { needs: ['limit'], may: ['warnAfter', 'breachAfter'], whom: ['serviceIds'] },
  'counter.idle': { needs: ['breachAfter'], may: ['warnAfter'], whom: ['serviceIds', 'counterIds'] },
  'counter.paused': { needs: ['breachAfter'], may: ['warnAfter'], whom: ['serviceIds', 'counterIds'] },
  'counter.lateOpening': { needs: [], may: ['warnAfter', 'breachAfter'], whom: ['serviceIds', 'counterIds'] },
  'counter.earlyClosing': { needs: [], may: ['breachAfter'], whom: ['serviceIds', 'counterIds'] },
  'counters.open': { needs: ['limit'], may: ['warnAfter', 'breachAfter'], whom: ['serviceIds', 'counterIds'] },
  'ticket.transfers': { needs: ['limit'], may: [], whom: ['serviceIds', 'customerClasses'] },
  'rating.bad': { needs: ['limit'], may: [], whom: ['serviceIds', 'counterIds'] },
  'rating.mean': { needs: ['limit', 'window'], may: [], whom: ['serviceIds', 'counterIds'] },
  'source.silent': { needs: [], may: ['warnAfter', 'breachAfter'], whom: [] },
  'device.fault': { needs: [], may: ['warnAfter', 'breachAfter'], whom: [] },
  'complaint.reply': { needs: ['limit'], may: ['warnAfter', 'breachAfter'], whom: ['serviceIds', 'counterIds'] },
  'complaint.rectify': { needs: ['limit'], may: ['warnAfter', 'breachAfter'], whom: ['serviceIds', 'counterIds'] },
  'case.due': { needs: [], may: ['warnAfter', 'breachAfter', 'limit'], whom: ['serviceIds', 'counterIds'] },
  'staff.conduct': { needs: ['limit'], may: ['warnAfter'], whom: [] },
  'staff.unqualified': { needs: [], may: ['warnAfter', 'breachAfter'], whom: ['counterIds'] },
  'record.expires': { needs: ['limit'], may: ['warnAfter', 'breachAfter'], whom: [] },
  'guide.missing': { needs: [], may: ['warnAfter', 'breachAfter'], whom: ['serviceIds'] },
} as const satisfies Record<ClauseKind, { needs: readonly ClauseField[]; may: readonly ClauseField[]; whom: readonly Whom[] }>;

export const allClauseFields = ['warnAfter', 'breachAfter', 'limit', 'window'] as const satisfies readonly ClauseField[];
