import type { Rows } from './rows.js';

export type Table = keyof Rows;

export function emptyRows(): Rows {
  return { hall: {}, services: {}, counters: {}, tickets: {}, alerts: {}, sources: {}, figures: {} };
}

export const tables = Object.keys(emptyRows()) as Table[];
