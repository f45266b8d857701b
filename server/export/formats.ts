/** What a day can be had as; all but the PDF, which a browser prints, are written from its snapshot, as are several days together. */
import canonicalize from 'canonicalize';
import { writeCsv } from './csv.js';
import type { Days, Out } from './out.js';
import { writeXlsx } from './xlsx/xlsx.js';

export const mediaTypes = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
export type Format = keyof typeof mediaTypes;

/** Several days as they are, in one list. */
async function writeJson(days: Days, out: Out): Promise<void> {
  const encoder = new TextEncoder();
  let before = '[\n';
  for await (const day of days) {
    out(encoder.encode(`${before}${canonicalize(day)}`));
    before = ',\n';
  }
  out(encoder.encode('\n]\n'));
}

export const writers = { json: writeJson, csv: writeCsv, xlsx: writeXlsx };
export type Written = keyof typeof writers;
