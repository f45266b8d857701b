import type { Word } from './word.js';

/** What is kept with a version, an effective date and an approver. */
export const recordKinds = {
  guide: { zh: '办事指南', en: 'Service guide' },
  notice: { zh: '公开事项', en: 'Public notice' },
  certificate: { zh: '上岗证', en: 'Certificate' },
  training: { zh: '培训记录', en: 'Training' },
  roundPlan: { zh: '巡检计划', en: 'Round plan' },
  appraisalPlan: { zh: '考核办法', en: 'Appraisal plan' },
} as const satisfies Record<string, Word>;

/** What a public notice is of. */
export const noticeTopics = {
  channels: { zh: '监督渠道', en: 'Where to complain' },
  fees: { zh: '收费标准', en: 'Fees' },
  procedure: { zh: '办事程序', en: 'Procedure' },
  appraisal: { zh: '考核结果', en: 'Appraisal results' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Word>;
