/** How cells look, by what they hold. */
import type { Column } from '../tables.js';
import { HEAD, MAIN } from './xml.js';

/** Index of a cell format below. */
export const STYLE: Record<Column['kind'] | 'head' | 'prose' | 'title', number> = {
  text: 0, head: 1, date: 2, instant: 2, count: 3, ms: 4, share: 5, level: 6, prose: 7, title: 8,
};

const DURATION = 164;
const DATE = 165;
const format = (numFmtId: number) => `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
const aligned = (fontId: number, fillId: number, rest: string) =>
  `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${rest} wrapText="1"/></xf>`;

const formats = [
  format(0), aligned(1, 2, 'horizontal="center" vertical="center"'), format(DATE), format(3), format(DURATION), format(10), format(2), aligned(0, 0, 'vertical="top"'), aligned(2, 0, 'vertical="center"').replace(' wrapText="1"', ''),
];
const font = (size: number, bold = '') => `<font>${bold}<sz val="${size}"/><name val="Calibri"/></font>`;

export const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="${DURATION}" formatCode="[h]:mm:ss"/><numFmt numFmtId="${DATE}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`
  + `<fonts count="3">${font(11)}${font(11, '<b/>')}${font(16, '<b/>')}</fonts>`
  + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
