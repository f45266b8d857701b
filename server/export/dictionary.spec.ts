import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { Daily, DeviceDay, HonestWait } from '../../shared/rows/daily.js';
import { Dictionary } from '../../shared/rows/dictionary.js';
import { Figures, Quarter } from '../../shared/rows/figures.js';
import { dictionary } from '../domain/kpi/dictionary.js';
import { dictionaryPage } from './dictionary-page.js';

/** The paths of every figure that a schema holds. */
function leaves(schema: z.ZodType, path: string): string[] {
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape).flatMap(([key, of]) => leaves(of as z.ZodType, path ? `${path}.${key}` : key));
}

const contract = [...leaves(Figures, ''), ...leaves(Quarter, 'quarter'), ...leaves(HonestWait, 'honestWait'), ...leaves(Daily.shape.alerts, 'alerts'), ...leaves(Daily.shape.cases.unwrap(), 'cases'), ...leaves(DeviceDay, 'devices'), 'quality'];

describe('The dictionary', () => {
  it('[X6] has one entry for every figure of the contract, and none for what is no figure', () => {
    expect(contract.length).toBeGreaterThan(80);
    expect(dictionary.map(({ key }) => key).sort()).toEqual([...contract].sort());
  });

  it('[X6] says each in Chinese and in English, with its formula, boundaries and source', () => {
    expect(Dictionary.safeParse({ entries: dictionary }).error).toBeUndefined();
    for (const { key, name, formula, boundaries, source } of dictionary) {
      for (const { zh, en } of [name, formula, boundaries]) {
        expect(zh).withContext(`${key} zh`).toMatch(/[\u4e00-\u9fff]/);
        expect(en).withContext(`${key} en`).toMatch(/^[^\u4e00-\u9fff]+$/);
      }
      expect(source).withContext(key).not.toBe('');
    }
    expect(new Set(dictionary.map(({ name }) => name.zh)).size).withContext('names that tell figures apart').toBe(dictionary.length);
  });

  it('stands in docs/dictionary.md as the code tells it (npm run dictionary)', () => {
    expect(readFileSync(new URL('../../../docs/dictionary.md', import.meta.url), 'utf8')).toBe(dictionaryPage());
  });
});
