/**
 * A daily snapshot as tables: what the CSV and the workbook both write. Every figure's column comes from the dictionary, so a
 * figure that is added there stands in every file.
 */
import type { Daily, HonestWait } from '../../shared/rows/daily.js';
import type { DictionaryEntry } from '../../shared/rows/dictionary.js';
import { caseKinds, caseSteps } from '../../shared/glossary/cases.js';
import { qualityFlags } from '../../shared/glossary/quality.js';
import type { Word } from '../../shared/glossary/word.js';
import { dictionary } from '../domain/kpi/dictionary.js';

export type Value = string | number | null;

export interface Column {
  key: string;
  name: Word;
  kind: DictionaryEntry['unit'] | 'date';
}

export interface Table {
  id: string;
  name: Word;
  columns: readonly Column[];
  rows(day: Daily): Value[][];
}

const column = (key: string, kind: Column['kind'], [zh, en]: [zh: string, en: string]): Column => ({ key, kind, name: { zh, en } });

const LEAD = [column('date', 'date', ['日期', 'Date']), column('revision', 'count', ['版本', 'Revision'])];
const ID = column('id', 'text', ['编号', 'Id']);
const NAME = column('name', 'text', ['名称', 'Name']);
const COUNT = column('count', 'count', ['数量', 'Count']);
const PROVENANCE = [
  column('kpiVersion', 'count', ['指标版本', 'Version of the figures']), column('standardVersion', 'count', ['服务标准版本', 'Version of the standard']),
  column('journal.events', 'count', ['事件数', 'Events']), column('journal.sha256', 'text', ['事件 SHA-256', 'SHA-256 of the events']), column('sha256', 'text', ['日报 SHA-256', 'SHA-256 of the snapshot']),
];

const columnsOf = (isWanted: (root: string) => boolean): Column[] => dictionary.filter(({ key }) => isWanted(key.split('.')[0]!)).map(({ key, name, unit }) => ({ key, name, kind: unit }));
/** What is no figure of a group, or stands in columns of its own. */
const ELSEWHERE = ['honestWait', 'alerts', 'cases', 'devices', 'quality', 'quarter', 'countedAt'];
const FIGURES = columnsOf((root) => !ELSEWHERE.includes(root));
const HONEST = columnsOf((root) => root === 'honestWait');
const ALERTS = columnsOf((root) => root === 'alerts').filter(({ key }) => key !== 'alerts.byClause');

const DEVICES = columnsOf((root) => root === 'devices');

/** The value at a path such as `waitMs.p90`, for each column. */
function readerOf(columns: readonly Column[]): (object: object) => Value[] {
  const paths = columns.map(({ key }) => key.split('.'));
  return (object) => paths.map((path) => path.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], object) as Value);
}
const figures = readerOf(FIGURES);
const alerts = readerOf(ALERTS);
const provenance = readerOf(PROVENANCE);
const honestly = readerOf(HONEST);
const ofDevices = readerOf(DEVICES);
const honest = (honestWait: HonestWait | undefined): Value[] => (honestWait ? honestly({ honestWait }) : HONEST.map(() => null));

const lead = ({ date, revision }: Daily): Value[] => [date, revision];
/** By id, so that the same day is the same file whatever order its groups were made in. */
const sorted = <T>(byId: Record<string, T>): [string, T][] => Object.entries(byId).sort(([a], [b]) => (a < b ? -1 : 1));

/** One of the snapshot's tables of figures by id. */
function group(id: 'services' | 'zones' | 'counters' | 'staff' | 'hours', name: Word, nameIn?: (day: Daily) => Record<string, string>): Table {
  return {
    id,
    name,
    columns: [...LEAD, ID, ...(nameIn ? [NAME] : []), ...FIGURES],
    rows: (day) => sorted(day[id]).map(([one, of]) => [...lead(day), one, ...(nameIn ? [nameIn(day)[one] ?? one] : []), ...figures(of)]),
  };
}

const hall: Table = {
  id: 'hall',
  name: { zh: '大厅', en: 'Hall' },
  columns: [...LEAD, ID, NAME, ...FIGURES, ...HONEST, ...ALERTS, ...PROVENANCE],
  rows: (day) => [[...lead(day), day.hallId, day.hallName, ...figures(day.hall), ...honest(day.honestWait.hall), ...alerts(day), ...provenance(day)]],
};

const services: Table = {
  id: 'services',
  name: { zh: '事项', en: 'Services' },
  columns: [...LEAD, ID, NAME, ...FIGURES, ...HONEST],
  rows: (day) => sorted(day.services).map(([id, of]) => [...lead(day), id, day.names.services[id] ?? id, ...figures(of), ...honest(day.honestWait.services[id])]),
};

const clauses: Table = {
  id: 'alerts',
  name: { zh: '告警', en: 'Alerts' },
  columns: [...LEAD, column('id', 'text', ['条款', 'Clause']), COUNT],
  rows: (day) => sorted(day.alerts.byClause).map(([id, count]) => [...lead(day), id, count]),
};

const ofKinds = ['opened', 'replied', 'closed', 'open', 'overdue'] as const;
const ledgers: Table = {
  id: 'cases',
  name: { zh: '台账', en: 'Ledgers' },
  columns: [...LEAD, column('id', 'text', ['项', 'Item']), NAME, COUNT],
  rows: (day) => [
    ...ofKinds.flatMap((of) => sorted(day.cases?.[of] ?? {}).map(([id, count]) => [...lead(day), `${of}.${id}`, `${wordsOf(caseKinds, id)} · ${nameOf(`cases.${of}`)}`, count])),
    ...sorted(day.cases?.steps ?? {}).map(([id, count]) => [...lead(day), `steps.${id}`, wordsOf(caseSteps, id), count]),
  ],
};

const devices: Table = {
  id: 'devices',
  name: { zh: '设备', en: 'Devices' },
  columns: [...LEAD, ID, ...DEVICES],
  rows: (day) => sorted(day.devices ?? {}).map(([id, of]) => [...lead(day), id, ...ofDevices({ devices: of })]),
};

const quality: Table = {
  id: 'quality',
  name: { zh: '数据质量', en: 'Quality' },
  columns: [...LEAD, column('id', 'text', ['标记', 'Flag']), NAME, COUNT],
  rows: (day) => sorted(day.quality).map(([id, count]) => [...lead(day), id, wordsOf(qualityFlags, id), count]),
};

const nameOf = (key: string): string => {
  const { zh, en } = dictionary.find((one) => one.key === key)!.name;
  return `${zh} ${en}`;
};
const wordsOf = (words: Record<string, Word>, id: string): string => {
  const { zh, en } = words[id] ?? { zh: id, en: id };
  return `${zh} ${en}`;
};

export const tables: readonly Table[] = [
  hall,
  services,
  group('counters', { zh: '窗口', en: 'Counters' }, ({ names }) => names.counters),
  group('staff', { zh: '人员', en: 'Staff' }),
  group('zones', { zh: '分区', en: 'Zones' }),
  group('hours', { zh: '时段', en: 'Hours' }),
  clauses,
  ledgers,
  devices,
  quality,
];
