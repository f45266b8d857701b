import type { Word } from './word.js';

/**
 * What is rough about an event that was taken all the same. A flag never refuses or changes an event; it says how the
 * fold had to read it.
 */
export const qualityFlags = {
  late: { zh: '迟到', en: 'Came more than a minute after its own time' },
  early: { zh: '时钟超前', en: 'Its clock runs ahead: placed at the instant it was stored' },
  noTime: { zh: '无时间', en: 'Carries no time: placed at the instant it was stored' },
  outOfOrder: { zh: '乱序', en: 'Came after a later event of the same ticket or counter: put in its place' },
  repeated: { zh: '重复事实', en: 'Says again what was already so' },
  noIssue: { zh: '无取号', en: 'The ticket was never issued: it counts as issued here' },
  noCall: { zh: '无叫号', en: 'Service started without a call' },
  noStart: { zh: '无开始', en: 'Service ended without a start' },
  afterEnd: { zh: '已结束', en: 'The ticket had already ended: no effect' },
  reopened: { zh: '重新激活', en: 'The ticket had ended and came back' },
  noCounter: { zh: '无窗口', en: 'Names no counter where one belongs' },
  unknownCounter: { zh: '未登记窗口', en: 'A counter that the hall has not registered' },
  unknownService: { zh: '未登记事项', en: 'A service that the hall has not registered' },
  counterNotOpen: { zh: '窗口未开', en: 'A counter serves although it is closed or paused' },
  counterBusy: { zh: '窗口占用', en: 'A counter serves two tickets at once' },
  unknownTicket: { zh: '未知号票', en: 'A rating for a ticket that the hall has not seen' },
  unknownEvent: { zh: '未知事件', en: 'Corrects an event that the hall has not stored, or no longer shows' },
  masked: { zh: '已脱敏', en: 'A free text held personal data: masked before it was stored' },
  unread: { zh: '无法处理', en: 'The hall could not take it in: kept in the journal, and counted no further' },
  badCorrection: { zh: '更正无效', en: 'Corrects an event to what its type does not allow: no effect' },
} as const satisfies Record<string, Word>;

export type QualityFlag = keyof typeof qualityFlags;
