/** The ledgers as tables: what the CSV and the workbook of cases both write. A row a case, a row a deed, and a row a month of rounds. */
import type { CaseEntry } from '../../shared/commands/cases.js';
import { caseCategories, caseChannels, caseKinds, caseStates, caseSteps } from '../../shared/glossary/cases.js';
import type { Word } from '../../shared/glossary/word.js';
import { isLate, outcomeOf, roundFigures } from '../../shared/rounds.js';
import { localText } from './local-text.js';
import type { Column, Value } from './tables.js';

interface LedgerColumn extends Column {
  of: (one: CaseEntry, timezone: string) => Value;
}
type Deed = CaseEntry['deeds'][number];

const text = (key: string, [zh, en]: [string, string], of: LedgerColumn['of']): LedgerColumn => ({ key, kind: 'text', name: { zh, en }, of });
const instant = (key: 'openedAt' | 'dueAt' | 'replyDueAt' | 'repliedAt' | 'verifiedAt' | 'closedAt', name: [string, string]) => text(key, name, (one, timezone) => timeOf(one[key], timezone));
const timeOf = (at: number | null, timezone: string): Value => (at === null ? null : localText(at, timezone));
const wordOf = ({ zh, en }: Word): string => `${zh} ${en}`;
const yesOrNo = (value: boolean | null): Value => (value === null ? null : value ? '是 yes' : '否 no');
const proofOf = (proof: CaseEntry['proof']): Value => proof.map(({ name, id }) => `${name} (${id.slice(0, 12)})`).join('; ') || null;

const columns: readonly LedgerColumn[] = [
  text('number', ['编号', 'Number'], ({ number }) => number),
  text('kind', ['台账', 'Ledger'], ({ kind }) => wordOf(caseKinds[kind])),
  text('title', ['标题', 'Title'], ({ title }) => title),
  text('text', ['内容', 'Text'], (one) => one.text),
  text('channel', ['来源', 'Channel'], ({ channel }) => wordOf(caseChannels[channel])),
  text('category', ['类别', 'Category'], ({ category }) => category && wordOf(caseCategories[category])),
  text('reference', ['来件编号', 'Reference'], ({ reference }) => reference),
  text('serviceId', ['事项', 'Service'], ({ serviceId }) => serviceId),
  text('counterId', ['窗口', 'Counter'], ({ counterId }) => counterId),
  text('staffId', ['人员', 'Person'], ({ staffId }) => staffId),
  text('ticketId', ['号票', 'Ticket'], ({ ticketId }) => ticketId),
  text('owner', ['责任人', 'Owner'], ({ owner }) => owner),
  text('state', ['状态', 'State'], ({ state }) => wordOf(caseStates[state])),
  instant('openedAt', ['受理时间', 'Opened']),
  text('openedBy', ['登记人', 'Opened by'], ({ openedBy }) => openedBy),
  instant('dueAt', ['办理时限', 'Due']),
  instant('replyDueAt', ['答复时限', 'Reply due']),
  instant('repliedAt', ['答复时间', 'Replied']),
  text('verified', ['属实', 'Verified'], ({ verified }) => yesOrNo(verified)),
  instant('verifiedAt', ['核实时间', 'Verified at']),
  text('satisfied', ['满意', 'Satisfied'], ({ satisfied }) => yesOrNo(satisfied)),
  { key: 'failures', kind: 'count', name: { zh: '复查不合格次数', en: 'Re-checks failed' }, of: ({ failures }) => failures },
  instant('closedAt', ['办结时间', 'Closed']),
  { key: 'score', kind: 'level', name: { zh: '巡检得分', en: 'Score of the round' }, of: (one) => outcomeOf(one)?.score ?? null },
  { key: 'failedItems', kind: 'count', name: { zh: '不合格项', en: 'Items failed' }, of: (one) => outcomeOf(one)?.failed.length ?? null },
  text('late', ['逾期完成', 'Done late'], (one) => (one.kind === 'round' && one.closedAt !== null ? yesOrNo(isLate(one, one.closedAt)) : null)),
  text('proof', ['附件', 'Proof'], ({ proof }) => proofOf(proof)),
  text('id', ['内部编号', 'Id'], ({ id }) => id),
];

const deedColumns: readonly (Column & { of: (deed: Deed, timezone: string) => Value })[] = [
  { key: 'step', kind: 'text', name: { zh: '步骤', en: 'Step' }, of: ({ step }) => wordOf(caseSteps[step]) },
  { key: 'at', kind: 'text', name: { zh: '时间', en: 'Time' }, of: ({ at }, timezone) => timeOf(at, timezone) },
  { key: 'by', kind: 'text', name: { zh: '经办人', en: 'By' }, of: ({ by }) => by },
  { key: 'verdict', kind: 'text', name: { zh: '结论', en: 'Verdict' }, of: ({ verdict }) => yesOrNo(verdict === null ? null : verdict === 'yes') },
  { key: 'text', kind: 'text', name: { zh: '内容', en: 'Text' }, of: (deed) => deed.text },
  { key: 'proof', kind: 'text', name: { zh: '附件', en: 'Proof' }, of: ({ proof }) => proofOf(proof) },
];

export interface Ledger {
  cases: readonly CaseEntry[];
  timezone: string;
  now: number;
}

export interface LedgerTable {
  name: Word;
  columns: readonly Column[];
  /** A few at a time, for what was made to be sent. */
  rows: (ledger: Ledger) => Iterable<Value[][]>;
}

export const caseTable: LedgerTable = {
  name: { zh: '台账', en: 'Cases' },
  columns,
  * rows({ cases, timezone }) {
    for (const one of cases) yield [columns.map(({ of }) => of(one, timezone))];
  },
};

export const deedTable: LedgerTable = {
  name: { zh: '办理记录', en: 'Deeds' },
  columns: [columns[0]!, ...deedColumns],
  * rows({ cases, timezone }) {
    for (const { number, deeds } of cases) yield deeds.map((deed) => [number, ...deedColumns.map(({ of }) => of(deed, timezone))]);
  },
};

const count = (key: string, [zh, en]: [string, string]): Column => ({ key, kind: 'count', name: { zh, en } });

/** U4: by the month in which they began, by the hall's own clocks. */
export const roundTable: LedgerTable = {
  name: { zh: '巡检月度', en: 'Rounds by month' },
  columns: [{ key: 'month', kind: 'text', name: { zh: '月份', en: 'Month' } }, count('due', ['应检', 'Due']), count('done', ['已检', 'Done']), count('late', ['逾期', 'Late']), count('failedItems', ['不合格项', 'Items failed'])],
  * rows({ cases, timezone, now }) {
    const months = new Map<string, CaseEntry[]>();
    for (const one of cases) {
      const month = localText(one.openedAt, timezone).slice(0, 7);
      if (one.kind === 'round') months.set(month, [...(months.get(month) ?? []), one]);
    }
    for (const month of [...months.keys()].sort()) {
      const { due, done, late, failedItems } = roundFigures(months.get(month)!, now);
      yield [[month, due, done, late, failedItems]];
    }
  },
};
