import type { Word } from './word.js';

/** What a ledger 台账 is kept of. A case 个案 of any kind has an owner, a due time and an answer. */
export const caseKinds = {
  complaint: { zh: '投诉', en: 'Complaint' },
  returnVisit: { zh: '回访', en: 'Return visit' },
  rectification: { zh: '整改', en: 'Rectification' },
  request: { zh: '服务请求', en: 'Service request' },
  round: { zh: '巡检', en: 'Round' },
  appraisal: { zh: '考核', en: 'Appraisal' },
} as const satisfies Record<string, Word>;

/** Where a case stands; which of these a kind knows, and how it goes from one to the next, is its procedure. */
export const caseStates = {
  received: { zh: '已受理', en: 'Received' },
  verified: { zh: '属实', en: 'Verified' },
  rejected: { zh: '不属实', en: 'Not verified' },
  rectified: { zh: '已整改', en: 'Rectified' },
  failed: { zh: '复查不合格', en: 'Re-check failed' },
  replied: { zh: '已答复', en: 'Replied' },
  visited: { zh: '已回访', en: 'Visited' },
  dispatched: { zh: '已派单', en: 'Dispatched' },
  accepted: { zh: '办理中', en: 'Accepted' },
  delivered: { zh: '已交付', en: 'Delivered' },
  due: { zh: '待完成', en: 'To be done' },
  closed: { zh: '办结', en: 'Closed' },
} as const satisfies Record<string, Word>;

/** What a person does about a case. */
export const caseSteps = {
  assign: { zh: '指派', en: 'Assign' },
  note: { zh: '记录', en: 'Note' },
  verify: { zh: '核实', en: 'Verify' },
  rectify: { zh: '整改', en: 'Rectify' },
  recheck: { zh: '复查', en: 'Re-check' },
  reply: { zh: '答复', en: 'Reply' },
  visit: { zh: '回访', en: 'Visit' },
  appeal: { zh: '申诉', en: 'Appeal' },
  review: { zh: '复核', en: 'Review the appeal' },
  receive: { zh: '接收', en: 'Receive' },
  dispatch: { zh: '归类派单', en: 'Classify and dispatch' },
  accept: { zh: '受理', en: 'Accept' },
  follow: { zh: '跟进', en: 'Follow up' },
  deliver: { zh: '交付', en: 'Deliver' },
  rate: { zh: '评价', en: 'Rate' },
  submit: { zh: '提交', en: 'Submit' },
  close: { zh: '办结', en: 'Close' },
} as const satisfies Record<string, Word>;

/** Where a case came from. */
export const caseChannels = {
  hotline: { zh: '监督电话', en: 'Hotline' },
  box: { zh: '举报箱', en: 'Box' },
  web: { zh: '网上', en: 'Web' },
  rating: { zh: '评价', en: 'Rating' },
  counter: { zh: '现场', en: 'At the hall' },
  visit: { zh: '回访', en: 'Return visit' },
  inspection: { zh: '巡检', en: 'Round' },
  hotSpot: { zh: '问题集中', en: 'Hot spot' },
  schedule: { zh: '计划', en: 'Schedule' },
} as const satisfies Record<string, Word>;

/** What a case is about. Verified ones of `conduct`, told in return visits, count toward the four of a year. */
export const caseCategories = {
  attitude: { zh: '服务态度', en: 'Attitude' },
  quality: { zh: '服务质量', en: 'Quality' },
  efficiency: { zh: '办事效率', en: 'Efficiency' },
  integrity: { zh: '廉洁自律', en: 'Integrity' },
  environment: { zh: '环境设施', en: 'Premises' },
  policy: { zh: '政策咨询', en: 'Policy' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Word>;

export const conductCategories = ['attitude', 'quality', 'efficiency', 'integrity'] as const satisfies (keyof typeof caseCategories)[];

/** The seven steps of a service request 服务请求, from its raising to its rating. */
export const requestSteps = {
  raise: { zh: '提出', en: 'Raise' },
  receive: caseSteps.receive,
  dispatch: caseSteps.dispatch,
  accept: caseSteps.accept,
  follow: caseSteps.follow,
  deliver: caseSteps.deliver,
  rate: caseSteps.rate,
} as const satisfies Record<string, Word>;
