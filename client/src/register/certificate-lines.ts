/** A list of certificates as people paste it from a sheet: staffId, number, issuer, from, until; commas or tabs, with or without a head. */
import { dateAfter } from '../hall/local-time';

export interface CertificateLine {
  /** The line's own number in the list. */
  line: number;
  staffId: string;
  number: string;
  issuer: string;
  /** Dates, `2026-11-23`; empty where the list gives none. */
  from: string;
  until: string;
  /** Which column is wrong, or that the person stands above already. */
  wrong: 'staffId' | 'number' | 'issuer' | 'from' | 'until' | 'past' | 'twice' | 'columns' | null;
}

const STAFF = /^[A-Za-z0-9._:-]{1,52}$/;
const HEAD = /^\W*(staff ?id|工号|人员)/i;
const COLUMNS = 5;
const BY_TABS = /(?:^|\t)\s*(?:"((?:[^"]|"")*)"|([^\t]*))/g;
const BY_COMMAS = /(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g;

/** What is wrong with a line is said of it; the others may be taken. */
export function certificateLines(text: string, today: string): CertificateLine[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((row, index) => {
    if (row.trim() === '' || (index === 0 && HEAD.test(row))) return [];
    const line = lineOf(row, index + 1, today);
    if (line.wrong === null && seen.has(line.staffId)) return [{ ...line, wrong: 'twice' as const }];
    seen.add(line.staffId);
    return [line];
  });
}

function lineOf(row: string, line: number, today: string): CertificateLine {
  const cells = cellsOf(row);
  const [staffId = '', number = '', issuer = '', from = '', until = ''] = cells;
  const said = { line, staffId, number, issuer, from: dateIn(from), until: dateIn(until) };
  return { ...said, wrong: cells.length > COLUMNS ? 'columns' : wrongIn(said, today) };
}

function wrongIn({ staffId, number, issuer, from, until }: Omit<CertificateLine, 'wrong'>, today: string): CertificateLine['wrong'] {
  if (!STAFF.test(staffId)) return 'staffId';
  if (number === '' || number.length > 200) return 'number';
  if (issuer === '' || issuer.length > 200) return 'issuer';
  if (!isDate(from)) return 'from';
  if (!isDate(until) || (from !== '' && until !== '' && until < from)) return 'until';
  return until !== '' && until < today ? 'past' : null;
}

/** A cell in quotes may hold the mark between cells, and a quote written twice. */
function cellsOf(row: string): string[] {
  const cells = row.replaceAll('，', ',').matchAll(row.includes('\t') ? BY_TABS : BY_COMMAS);
  return [...cells].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
}

/** 2026/1/5 and 2026.1.5 are written too. */
function dateIn(text: string): string {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
}

/** Nothing, or a day that there is. */
function isDate(text: string): boolean {
  return text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dateAfter(text, 0) === text);
}
