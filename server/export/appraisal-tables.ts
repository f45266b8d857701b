/** Scorecards as tables: a row a card with its total, and a row an item with what it rests on. */
import type { AppraisalAnswer } from '../../shared/commands/appraisals.js';
import { appraisalFigures, appraisalForms } from '../../shared/glossary/appraisals.js';
import type { Word } from '../../shared/glossary/word.js';
import type { Sheet } from './satisfaction-tables.js';
import type { Column, Value } from './tables.js';

const column = (key: string, kind: Column['kind'], [zh, en]: [zh: string, en: string]): Column => ({ key, kind, name: { zh, en } });
const joined = (ids: readonly string[]): Value => ids.join(' ') || null;

const LEAD = [column('month', 'text', ['月份', 'Month']), column('revision', 'count', ['版本', 'Revision']), column('id', 'text', ['编号', 'Id']), column('name', 'text', ['名称', 'Name'])];
const CARD = [
  column('n', 'count', ['办理数', 'Services']), column('days', 'count', ['天数', 'Days']), column('total', 'level', ['总分', 'Total']), column('known', 'level', ['已知权重', 'Weight known']), column('rank', 'count', ['名次', 'Rank']),
  column('conduct', 'count', ['年度查实', 'Verified this year']), column('complaints', 'count', ['查实投诉', 'Verified complaints']),
];
const LINE = [
  column('item', 'text', ['项目', 'Item']), column('weight', 'level', ['权重', 'Weight']), column('value', 'level', ['数值', 'Value']), column('itemN', 'count', ['样本数', 'Of how many']), column('points', 'level', ['得分', 'Points']), column('caseIds', 'text', ['个案', 'Cases']),
];

export function cardSheets({ month, shown, plan, cards }: AppraisalAnswer): [Sheet, Sheet] {
  const items = itemWords(plan.content);
  const points = [...items].map(([id, { zh, en }]) => column(`points.${id}`, 'level', [zh, en]));
  const lead = ({ id, name }: AppraisalAnswer['cards'][number]): Value[] => [month, shown, id, name];
  return [
    {
      name: '考核表 Scorecards', columns: [...LEAD, ...CARD, ...points],
      rows: cards.map((card) => [...lead(card), card.n, card.days, card.total, card.known, card.rank, card.conduct?.caseIds.length ?? null, card.complaints.length, ...[...items.keys()].map((id) => card.lines.find((line) => line.id === id)?.points ?? null)]),
    },
    {
      name: '依据 Evidence', columns: [...LEAD, ...LINE],
      rows: cards.flatMap((card) => card.lines.map(({ id, weight, value, n, points: of, caseIds }) => {
        const { zh, en } = items.get(id) ?? { zh: id, en: id };
        return [...lead(card), `${zh} ${en}`, weight, value, n, of, joined(caseIds)];
      })),
    },
  ];
}

function itemWords(content: AppraisalAnswer['plan']['content']): Map<string, Word> {
  if (content.kind !== 'appraisalPlan') return new Map();
  return new Map<string, Word>([...content.figures.map(({ id, figure }): [string, Word] => [id, appraisalFigures[figure]]), ...content.forms.map(({ id }): [string, Word] => [id, appraisalForms[id]])]);
}
