import type { DictionaryEntry } from '../rows/dictionary.js';
import type { Word } from './word.js';

/** Who fills in a form of an appraisal 考核. */
export const appraisalForms = {
  self: { zh: '自评', en: 'Self' },
  peers: { zh: '互评', en: 'Peers' },
  leader: { zh: '负责人点评', en: 'Leader' },
  public: { zh: '民主评议', en: 'Public' },
  inspection: { zh: '检查评分', en: 'Inspectors' },
} as const satisfies Record<string, Word>;

/** Whom a plan appraises. */
export const appraisedKinds = {
  staff: { zh: '人员', en: 'People' },
  counters: { zh: '窗口', en: 'Counters' },
} as const satisfies Record<string, Word>;

interface FigureWord extends Word {
  readonly unit: DictionaryEntry['unit'];
}

/** Figures of the dictionary that days can be added up to: what the machine counts of a person or a counter. */
export const appraisalFigures = {
  'tickets.served': { zh: '办结', en: 'Served', unit: 'count' },
  'waitMs.mean': { zh: '等候平均', en: 'Wait, mean', unit: 'ms' },
  'serviceMs.mean': { zh: '办理平均', en: 'Service, mean', unit: 'ms' },
  'serviceLevel.share': { zh: '等候达标率', en: 'Service level', unit: 'share' },
  noShowRate: { zh: '过号率', en: 'No-show rate', unit: 'share' },
  'counter.occupancy': { zh: '饱和度', en: 'Occupancy', unit: 'share' },
  'counter.adherence': { zh: '在岗率', en: 'Adherence', unit: 'share' },
  'rating.mean': { zh: '平均评价', en: 'Mean rating', unit: 'level' },
  'rating.satisfiedShare': { zh: '满意率', en: 'Satisfied share', unit: 'share' },
  'rating.badShare': { zh: '差评率', en: 'Bad share', unit: 'share' },
  'rating.ratedShare': { zh: '主动评价率', en: 'Rated share', unit: 'share' },
} as const satisfies Record<string, FigureWord>;
export type AppraisalFigure = keyof typeof appraisalFigures;

/** Of fewer services than this nobody is ranked. */
export const RANKED_FROM = 30;
