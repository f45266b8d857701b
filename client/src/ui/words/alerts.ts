/** Alerts, on every screen that lists them: one word for each kind of clause a standard may hold. */
const zhKinds: Record<string, string> = {
  'ticket.wait': '等待', 'ticket.response': '应答', 'service.time': '办理', 'ticket.parked': '挂起', 'ticket.transfers': '转办',
  'queue.length': '排队', 'hall.crowding': '在厅', 'counter.idle': '空闲', 'counter.paused': '离岗', 'counter.lateOpening': '迟开',
  'counter.earlyClosing': '早关', 'counters.open': '开窗', 'rating.bad': '差评', 'rating.mean': '评分', 'source.silent': '数据中断',
  'device.fault': '设备故障', 'staff.unqualified': '无证上岗', 'complaint.reply': '投诉答复', 'complaint.rectify': '投诉整改',
  'case.due': '个案逾期', 'staff.conduct': '年度查实', 'record.expires': '将到期', 'guide.missing': '缺办事指南',
};
const enKinds: Record<string, string> = {
  'ticket.wait': 'Wait', 'ticket.response': 'Response', 'service.time': 'Service', 'ticket.parked': 'Parked', 'ticket.transfers': 'Sent on',
  'queue.length': 'Queue', 'hall.crowding': 'In the hall', 'counter.idle': 'Idle', 'counter.paused': 'Away', 'counter.lateOpening': 'Late opening',
  'counter.earlyClosing': 'Early closing', 'counters.open': 'Open counters', 'rating.bad': 'Bad rating', 'rating.mean': 'Mean rating',
  'source.silent': 'No data', 'device.fault': 'Device fault', 'staff.unqualified': 'No certificate', 'complaint.reply': 'Complaint reply',
  'complaint.rectify': 'Complaint mending', 'case.due': 'Case overdue', 'staff.conduct': 'Verified this year', 'record.expires': 'About to expire', 'guide.missing': 'No guide',
};
const UNITS: Record<string, { zh: string; en: string }> = {
  'queue.length': { zh: ' 人', en: ' people' },
  'hall.crowding': { zh: ' 人', en: ' people' },
  'counters.open': { zh: ' 个', en: '' },
  'ticket.transfers': { zh: ' 次', en: ' times' },
  'staff.conduct': { zh: ' 次', en: ' times' },
  'rating.bad': { zh: ' 级', en: '' },
  'rating.mean': { zh: ' 分', en: '' },
};

export const zh = {
  alerts: '告警',
  noAlerts: '无告警',
  moreAlerts: (count: number) => `还有 ${count} 条`,
  alertKind: (kind: string) => zhKinds[kind] ?? '告警',
  /** A count has its own unit; a length is told in minutes, or in hours that bring their own. */
  alertValue: (value: string, kind: string) => `${value}${UNITS[kind]?.zh ?? (/\d$/.test(value) ? ' 分' : '')}`,
  alertLimit: (limit: string) => `标准 ${limit}`,
  alertAge: (minutes: string) => (/\d$/.test(minutes) ? `${minutes}′` : minutes),
  alertStood: (minutes: string) => `历时 ${/\d$/.test(minutes) ? `${minutes} 分` : minutes}`,
  alertMissed: '断线期间',
  alertStale: '数据过期',
  alertGroup: (count: number, kind: string) => (kind === 'ticket.wait' ? `${count} 张号票超时` : `${count} 条${zhKinds[kind] ?? '告警'}`),
  alertGroupNear: (count: number, kind: string) => (kind === 'ticket.wait' ? `${count} 张号票接近超时` : `${count} 条${zhKinds[kind] ?? '告警'}预警`),
  alertLongest: (minutes: string) => `最长 ${/\d$/.test(minutes) ? `${minutes} 分` : minutes}`,
  openBreaches: '未处置告警',
  alertFlood: '告警潮',
  longestOf: (service: string) => service,
  alertCounts: (warnings: number, acknowledged: number) => `预警 ${warnings} · 已签收 ${acknowledged}`,
  soundOff: '声音未开启 — 点此开启',
};

export const en: typeof zh = {
  alerts: 'Alerts',
  noAlerts: 'No alerts',
  moreAlerts: (count) => `${count} more`,
  alertKind: (kind) => enKinds[kind] ?? 'Alert',
  alertValue: (value, kind) => `${value}${UNITS[kind]?.en ?? (/\d$/.test(value) ? ' min' : '')}`,
  alertLimit: (limit) => `limit ${limit}`,
  alertAge: (minutes) => (/\d$/.test(minutes) ? `${minutes}′` : minutes),
  alertStood: (minutes) => `stood ${/\d$/.test(minutes) ? `${minutes} min` : minutes}`,
  alertMissed: 'while cut off',
  alertStale: 'stale data',
  alertGroup: (count, kind) => (kind === 'ticket.wait' ? `${count} ${count === 1 ? 'ticket' : 'tickets'} over` : `${count} × ${enKinds[kind] ?? 'Alert'}`),
  alertGroupNear: (count, kind) => (kind === 'ticket.wait' ? `${count} ${count === 1 ? 'ticket' : 'tickets'} near` : `${count} × ${enKinds[kind] ?? 'Alert'} near`),
  alertLongest: (minutes) => `longest ${/\d$/.test(minutes) ? `${minutes} min` : minutes}`,
  openBreaches: 'Open breaches',
  alertFlood: 'Alert flood',
  longestOf: (service) => `min · ${service}`,
  alertCounts: (warnings, acknowledged) => `${warnings} near · ${acknowledged} taken`,
  soundOff: 'Sound is off — tap to turn on',
};
