/** The dictionary as docs/dictionary.md, written by `npm run dictionary`; a spec holds the file against this. */
import { dictionary } from '../domain/kpi/dictionary.js';

const HEAD = `# 指标说明 The dictionary

每个指标的公式、单位、来源与边界，由计算它的代码生成。What every figure is: its formula, unit, source and boundaries, written by \`npm run dictionary\`
from \`server/domain/kpi/dictionary.ts\`. The same stands in \`GET /api/v1/dictionary\` and on the last sheet of every workbook.
单位 units: count 个数 · ms 毫秒 · share 比率 0–1 · level 级别 1–5 · instant 时刻. 版本 version: 1 unless a row says otherwise.

| 键 key | 名称 name | 公式 formula | 边界 boundaries | 单位 unit | 来源 source |
|---|---|---|---|---|---|
`;

const plain = (text: string) => text.replaceAll('|', '\\|');

export function dictionaryPage(): string {
  const rows = dictionary.map(({ key, name, formula, boundaries, unit, source, version }) =>
    [`\`${key}\`${version === 1 ? '' : ` v${version}`}`, `${name.zh}<br>${name.en}`, `${formula.zh}<br>${formula.en}`, `${boundaries.zh}<br>${boundaries.en}`, unit, source].map(plain).join(' | '));
  return `${HEAD}${rows.map((row) => `| ${row} |\n`).join('')}`;
}
