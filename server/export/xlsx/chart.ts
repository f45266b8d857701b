/** A native chart: columns of what came and was served, and the wait's P90 as a line on an axis of its own. */
import { letters, escape, HEAD, OFFICE } from './xml.js';

/** A range of one sheet below its head: what lies along the axis, and what stands on it. */
export interface Plotted {
  sheet: string;
  rows: number;
  title: string;
  categories: { column: number; dates: boolean };
  columns: Series[];
  line: Series;
}
export interface Series {
  column: number;
  colour: string;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const [CATEGORY_AXIS, COUNT_AXIS, HIDDEN_AXIS, TIME_AXIS] = [1, 2, 3, 4];

const text = (words: string) => `<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escape(words)}</a:t></a:r></a:p></c:rich></c:tx>`;

function series(index: number, { column, colour }: Series, { plotted, look }: { plotted: Plotted; look: string }): string {
  const at = (letter: string, from: number, to: number) => `'${plotted.sheet}'!$${letter}$${from}${to > from ? `:$${letter}$${to}` : ''}`;
  const [categories, values] = [letters(plotted.categories.column), letters(column)];
  const kind = plotted.categories.dates ? 'num' : 'str';
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escape(at(values, 1, 1))}</c:f></c:strRef></c:tx>${look.replaceAll('COLOUR', colour)}`
    + `<c:cat><c:${kind}Ref><c:f>${escape(at(categories, 2, plotted.rows))}</c:f></c:${kind}Ref></c:cat><c:val><c:numRef><c:f>${escape(at(values, 2, plotted.rows))}</c:f></c:numRef></c:val>`;
}

const COLUMN = '<c:spPr><a:solidFill><a:srgbClr val="COLOUR"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>';
const LINE = '<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="COLOUR"/></a:solidFill></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>';

function axis(kind: 'catAx' | 'valAx', id: number, { crosses, at, hidden = false, format = '' }: { crosses: number; at: 'b' | 'l' | 'r'; hidden?: boolean; format?: string }): string {
  return `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${at}"/>`
    + `${format ? `<c:numFmt formatCode="${format}" sourceLinked="0"/>` : ''}<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${crosses}"/><c:crosses val="${at === 'r' ? 'max' : 'autoZero'}"/></c:${kind}>`;
}

export function chart(plotted: Plotted): string {
  const bars = plotted.columns.map((one, index) => `${series(index, one, { plotted, look: COLUMN })}</c:ser>`).join('');
  const line = `${series(plotted.columns.length, plotted.line, { plotted, look: LINE })}<c:smooth val="0"/></c:ser>`;
  return `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart><c:title>${text(plotted.title)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`
    + `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${bars}<c:gapWidth val="60"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${COUNT_AXIS}"/></c:barChart>`
    + `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${line}<c:marker val="1"/><c:axId val="${HIDDEN_AXIS}"/><c:axId val="${TIME_AXIS}"/></c:lineChart>`
    + axis('catAx', CATEGORY_AXIS, { crosses: COUNT_AXIS, at: 'b', format: plotted.categories.dates ? 'mm\\-dd' : '' }) + axis('valAx', COUNT_AXIS, { crosses: CATEGORY_AXIS, at: 'l', format: '#,##0' })
    + axis('catAx', HIDDEN_AXIS, { crosses: TIME_AXIS, at: 'b', hidden: true }) + axis('valAx', TIME_AXIS, { crosses: HIDDEN_AXIS, at: 'r', format: '[h]:mm:ss' })
    + '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>';
}

/** Where on its sheet the chart stands: over so many columns and rows, from the first column on. */
export function drawing({ row, columns, rows }: { row: number; columns: number; rows: number }): string {
  const corner = (name: string, column: number, at: number) => `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>${corner('from', 0, row)}${corner('to', columns, row + rows)}`
    + `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`
    + `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}
