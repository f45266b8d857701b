/** What a day, or several, can be written as besides its own JSON. */
import type { Daily } from '../../shared/rows/daily.js';
import { writeCsv } from './csv.js';
import type { Out } from './out.js';
import { writeXlsx } from './xlsx/xlsx.js';

export const writers = { csv: writeCsv, xlsx: writeXlsx } as const satisfies Record<string, (days: Iterable<Daily>, out: Out) => void>;
export type Written = keyof typeof writers;

export const mediaTypes = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
export type Format = keyof typeof mediaTypes;
