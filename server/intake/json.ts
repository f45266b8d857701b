/** JSON from outside: what is no JSON is refused in words, and what is nested too deep is found before anyone walks it. */
import { Problem } from '../problem.js';

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(400, 'notJson', `The body is not JSON: ${(error as Error).message}.`);
  }
}

/** Whether a parsed value is nested deeper than so many levels. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === 'object' && isDeeper(inner, levels - 1)) return true;
  }
  return false;
}
