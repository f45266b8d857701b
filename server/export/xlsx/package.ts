/** The zip that a workbook is: parts written a little at a time, the same bytes whenever and wherever they are written. */
import { Zip, ZipDeflate } from 'fflate';
import type { Out } from '../out.js';
import { styles } from './styles.js';
import { escape, HEAD, MAIN, OFFICE, relationships } from './xml.js';

/** The earliest that a zip can say, by any machine's clock. */
const NO_TIME = new Date(1980, 0, 1);
/** Higher ones take half as long again for a tenth less. */
const LEVEL = 3;

export interface Part {
  write(text: string): void;
  end(): void;
}

export class Package {
  private readonly encoder = new TextEncoder();
  private readonly zip: Zip;

  constructor(out: Out) {
    this.zip = new Zip((error, bytes) => {
      if (error) throw error;
      out(bytes);
    });
  }

  /** What every workbook begins with; its sheets are put by whoever has them. `chart`: one is drawn on the first. */
  begin(names: readonly string[], { chart = false } = {}): void {
    this.put('[Content_Types].xml', contentTypes(names.length, chart));
    this.put('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
    this.put('xl/workbook.xml', workbook(names));
    this.put('xl/_rels/workbook.xml.rels', workbookParts(names.length));
    this.put('xl/styles.xml', styles);
  }

  /** A part written while others are; those after the first wait packed in memory until it ends. */
  open(name: string): Part {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = NO_TIME;
    this.zip.add(file);
    return {
      write: (text) => file.push(this.encoder.encode(text)),
      end: () => file.push(new Uint8Array(), true),
    };
  }

  put(name: string, text: string): void {
    const part = this.open(name);
    part.write(text);
    part.end();
  }

  end(): void {
    this.zip.end();
  }
}

const TYPES = 'application/vnd.openxmlformats-officedocument';

function contentTypes(sheets: number, chart: boolean): string {
  const override = (name: string, type: string) => `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const all = Array.from({ length: sheets }, (_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'spreadsheetml.worksheet'));
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
    + override('/xl/workbook.xml', 'spreadsheetml.sheet.main') + override('/xl/styles.xml', 'spreadsheetml.styles') + all.join('')
    + (chart ? override('/xl/drawings/drawing1.xml', 'drawing') + override('/xl/charts/chart1.xml', 'drawingml.chart') : '') + '</Types>';
}

function workbook(names: readonly string[]): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`;
}

function workbookParts(sheets: number): string {
  return relationships([...Array.from({ length: sheets }, (_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]), ['styles', 'styles.xml']]);
}
