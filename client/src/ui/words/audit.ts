/** Who did what: /admin/audit. */
export const zh = {
  audit: '操作记录',
  auditDay: '日期',
  auditWho: '何人',
  auditAct: '何事',
  auditAnyone: '全部',
  auditNobody: '未知来者',
  auditNone: '这一天没有记录。',
  auditMore: (count: number) => `更早的 ${count} 条请下载查看。`,
  auditDownload: '下载当天记录',
  auditBroken: (seq: number, isMissing: boolean) => `第 ${seq} 条${isMissing ? '缺失' : '被改动'}：从这里起，记录不再可信。`,
  auditWhole: '逐条相连，未见改动或缺失。',
  auditResults: { done: '成功', refused: '被拒绝', failed: '失败' } as Record<string, string>,
};

export const en: typeof zh = {
  audit: 'Audit log',
  auditDay: 'Day',
  auditWho: 'Who',
  auditAct: 'What',
  auditAnyone: 'All',
  auditNobody: 'nobody known',
  auditNone: 'Nothing was done on this day.',
  auditMore: (count) => `${count} earlier lines: download them.`,
  auditDownload: 'Download the day',
  auditBroken: (seq, isMissing) => `Line ${seq} ${isMissing ? 'is missing' : 'was changed'}: from there on the log cannot be trusted.`,
  auditWhole: 'Every line follows from the one before; none was changed or is missing.',
  auditResults: { done: 'done', refused: 'refused', failed: 'failed' },
};
