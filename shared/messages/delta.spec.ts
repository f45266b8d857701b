import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Rows } from '../rows/rows.js';
import { emptyRows, tables, type Table } from '../rows/tables.js';
import { applyDelta, mergeDeltas, type Change } from './delta.js';
import { hashRows } from './hash.js';

const row = fc.record({ name: fc.string({ maxLength: 3 }), waiting: fc.nat(9) });
const change: fc.Arbitrary<Change> = fc
  .array(fc.tuple(fc.constantFrom('services', 'tickets', 'figures'), fc.constantFrom('a', 'b', 'c', 'constructor', 'toString'), fc.option(row)), { maxLength: 8 })
  .map((list) => {
    const made: { put: Record<string, Record<string, unknown>>; remove: Record<string, string[]> } = { put: {}, remove: {} };
    const seen = new Set<string>();
    for (const [table, id, value] of list) {
      if (seen.has(`${table} ${id}`)) continue;
      seen.add(`${table} ${id}`);
      if (value) (made.put[table] ??= {})[id] = value;
      else (made.remove[table] ??= []).push(id);
    }
    return made;
  });
const after = (...changes: Change[]): Rows => {
  const rows = emptyRows();
  for (const one of changes) applyDelta(rows, structuredClone(one));
  return rows;
};

describe('Deltas', () => {
  it('[W1] put and remove rows, and do nothing else: the rows of other tables and ids are the very same', () => {
    const rows = after({ put: { tickets: { T1: { number: 'A1' }, T2: { number: 'A2' } } }, remove: {} } as unknown as Change);
    const [kept, gone, tables] = [rows.tickets['T1'], rows.tickets['T2'], { ...rows }];
    applyDelta(rows, { put: { services: { S1: { name: 'One' } } }, remove: { tickets: ['T2', 'T9'] } } as unknown as Change);
    expect(rows.tickets['T1']).toBe(kept);
    expect(gone).toEqual({ number: 'A2' } as never);
    expect(Object.keys(rows.tickets)).toEqual(['T1']);
    for (const table of Object.keys(tables)) expect(rows[table as Table]).toBe(tables[table as Table] as never);
  });

  it('[W2] merged do what they do one after the other, however they are grouped, and would notice a removal that is lost', () => {
    const law = (merge: typeof mergeDeltas) => fc.check(fc.property(change, change, change, (a, b, c) => {
      const one = JSON.stringify(sorted(after(a, b, c)));
      const merged = [[merge(merge(a, b), c)], [merge(a, merge(b, c))], [a, merge(b, c)]].map((list) => JSON.stringify(sorted(after(...list))));
      const { put, remove } = merge(a, b);
      const disjoint = tables.every((table) => (remove[table] ?? []).every((id) => !Object.hasOwn(put[table] ?? {}, id)));
      return disjoint && merged.every((text) => text === one);
    }), { numRuns: 2000 });
    const found = law(mergeDeltas);
    expect(found.counterexample).withContext(`seed ${found.seed}`).toBeNull();
    const planted = law((a, b) => ({ put: mergeDeltas(a, b).put, remove: { ...a.remove, ...b.remove } }));
    expect(planted.failed).withContext('the planted fault').toBeTrue();
    console.log(`deltas: ${found.numRuns} triples merged, seed ${found.seed}`);
  });

  it('[W2] leave what they merge untouched', () => {
    const [first, second] = [{ put: { tickets: { T1: { number: '1' } } }, remove: {} }, { put: {}, remove: { tickets: ['T1'] } }] as unknown as [Change, Change];
    expect(mergeDeltas(first, second)).toEqual({ put: {}, remove: { tickets: ['T1'] } });
    expect([first, second]).toEqual([{ put: { tickets: { T1: { number: '1' } } }, remove: {} }, { put: {}, remove: { tickets: ['T1'] } }] as never);
  });
});

describe('The hash of rows', () => {
  it('[W3] is SHA-256 of the canonical JSON: the same for any order of keys, another for any other value', () => {
    const rows = (name: string, reversed = false) => {
      const made = emptyRows();
      const pairs = Object.entries({ name, waiting: 3, openCounters: 1 });
      Object.assign(made.services, { S1: Object.fromEntries(reversed ? pairs.reverse() : pairs) });
      return made;
    };
    const empty = '{"alerts":{},"counters":{},"figures":{},"hall":{},"services":{},"sources":{},"tickets":{}}';
    expect(hashRows(emptyRows())).toBe(createHash('sha256').update(empty).digest('hex'));
    expect(hashRows(rows('一号窗口', true))).toBe(hashRows(rows('一号窗口')));
    expect(hashRows(rows('二号窗口'))).not.toBe(hashRows(rows('一号窗口')));
  });
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}
