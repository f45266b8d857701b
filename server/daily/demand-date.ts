import { Problem } from '../problem.js';

const DATE = /^\d{4}-\d\d-\d\d$/;

export function isDate(text: string): boolean {
  return DATE.test(text);
}

export function demandDate(field: string, text: string): void {
  if (!isDate(text)) throw new Problem(400, field, `${field}=${text.slice(0, 40)} was refused: it must be a date such as 2026-11-23.`, { field });
}
