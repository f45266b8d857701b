/** The satisfaction of a month as the sheets of a workbook. */
import { caseCategories } from '../../shared/glossary/cases.js';
import { ratingDimensions } from '../../shared/glossary/ratings.js';
import { ratingLevels } from '../../shared/glossary/states.js';
import type { Word } from '../../shared/glossary/word.js';
import type { RatingFigures } from '../../shared/rows/figures.js';
import type { Satisfaction } from '../../shared/rows/satisfaction.js';
import { localTime } from '../domain/calendar/day.js';
import type { Column, Value } from './tables.js';

export interface Sheet {
  name: string;
  columns: Column[];
  rows: Value[][];
}

const LEVELS = [5, 4, 3, 2, 1] as const;
const column = (key: string, kind: Column['kind'], name: Word): Column => ({ key, kind, name });
const said = ({ zh, en }: Word) => `${zh} ${en}`;

const MONTH = column('month', 'text', { zh: '月份', en: 'Month' });
const NAME = column('name', 'text', { zh: '名称', en: 'Name' });
const levels = LEVELS.map((level) => column(`byLevel.${level}`, 'count', ratingLevels[level]));
const figures = [
  column('requested', 'count', { zh: '请评', en: 'Requested' }), column('given', 'count', { zh: '评价', en: 'Given' }), column('defaulted', 'count', { zh: '默认', en: 'Defaulted' }), ...levels,
  column('mean', 'level', { zh: '平均', en: 'Mean' }), column('satisfiedShare', 'share', { zh: '满意率', en: 'Satisfied' }), column('badShare', 'share', { zh: '差评率', en: 'Bad' }), column('ratedShare', 'share', { zh: '主动评价率', en: 'Rated share' }),
];
const told = ({ requested, given, defaulted, byLevel, mean, satisfiedShare, badShare, ratedShare }: RatingFigures): Value[] => (
  [requested, given, defaulted, ...LEVELS.map((level) => byLevel[level]), mean, satisfiedShare, badShare, ratedShare]);

export function sheetsOf(report: Satisfaction): Sheet[] {
  const { month, hallName, timezone } = report;
  const day = (at: number) => localTime(at, timezone).date;
  const around = (when: 'before' | 'after', name: Word) => [
    column(`${when}.given`, 'count', { zh: `${name.zh}评价`, en: `${name.en}: n` }), column(`${when}.satisfiedShare`, 'share', { zh: `${name.zh}满意率`, en: `${name.en}: satisfied` })];
  const group = (name: Word, of: Satisfaction['services']): Sheet => ({ name: said(name), columns: [column('id', 'text', { zh: '编号', en: 'Id' }), NAME, ...figures], rows: of.map(({ id, name: called, rating }) => [id, called, ...told(rating)]) });
  return [
    { name: '满意度 Satisfaction', columns: [MONTH, NAME, column('days', 'count', { zh: '天数', en: 'Days' }), column('ended', 'count', { zh: '办结', en: 'Ended' }), ...figures], rows: [[month, hallName, report.days, report.ended, ...told(report.rating)]] },
    group({ zh: '事项', en: 'Services' }, report.services),
    group({ zh: '窗口', en: 'Counters' }, report.counters),
    {
      name: '方面 Dimensions', columns: [NAME, column('count', 'count', { zh: '评价', en: 'Marked' }), ...levels, column('mean', 'level', { zh: '平均', en: 'Mean' }), column('low', 'count', { zh: '低分', en: 'Low' })],
      rows: report.dimensions.map(({ id, count, byLevel, mean, low }) => [said(ratingDimensions[id]), count, ...LEVELS.map((level) => byLevel[level]), mean, low]),
    },
    { name: '主要原因 Causes', columns: [NAME, column('cases', 'count', { zh: '投诉与回访', en: 'Cases' }), column('low', 'count', { zh: '低分', en: 'Low marks' })], rows: report.causes.map(({ id, cases, low }) => [said(caseCategories[id]), cases, low]) },
    {
      name: '改进 Improvements',
      columns: [column('caseId', 'text', { zh: '个案', en: 'Case' }), NAME, column('category', 'text', { zh: '类别', en: 'Category' }), column('counterId', 'text', { zh: '窗口', en: 'Counter' }), column('openedAt', 'date', { zh: '受理', en: 'Opened' }), column('rectifiedAt', 'date', { zh: '整改', en: 'Rectified' }), ...around('before', { zh: '整改前 30 天', en: '30 days before' }), ...around('after', { zh: '整改后 30 天', en: '30 days after' })],
      rows: report.improvements.map(({ caseId, title, category, counterId, openedAt, rectifiedAt, before, after }) => (
        [caseId, title, category && said(caseCategories[category]), counterId, day(openedAt), day(rectifiedAt), before.given, before.satisfiedShare, after.given, after.satisfiedShare])),
    },
  ];
}
