import { COUNTER_TILES, gridFor, pageOf } from './layout';

/** The field of a 1920×1080 wall, in rem. */
const ROOM = { width: 83, height: 46.5 };

describe('the cut of the field', () => {
  it('is large for a dozen counters and still tells ticket and minutes for sixty', () => {
    expect(gridFor(12, ROOM, { tiles: COUNTER_TILES })).toEqual(jasmine.objectContaining({ columns: 4, rows: 3, tier: 'large' }));
    expect(gridFor(60, ROOM, { tiles: COUNTER_TILES })).toEqual(jasmine.objectContaining({ columns: 10, rows: 6, tier: 'middle' }));
    expect(gridFor(300, ROOM, { tiles: COUNTER_TILES })).toBeNull();
  });

  it('holds every counter', () => {
    for (let count = 1; count <= 90; count++) {
      const grid = gridFor(count, ROOM, { tiles: COUNTER_TILES });
      if (grid) expect(grid.columns * grid.rows).withContext(String(count)).toBeGreaterThanOrEqual(count);
    }
  });

  it('takes the first tier whose names can be read from afar, and the first that fits where none can', () => {
    expect(gridFor(12, ROOM, { tiles: COUNTER_TILES, readable: 3 })?.tier).toBe('middle');
    expect(gridFor(12, ROOM, { tiles: COUNTER_TILES, readable: 9 })?.tier).toBe('large');
  });

  it('has a line under the figure only where there is room for it', () => {
    expect([36, 60].map((count) => gridFor(count, ROOM, { tiles: COUNTER_TILES })?.foot)).toEqual([true, false]);
  });

  it('scrolls on a phone instead of shrinking', () => {
    expect(gridFor(300, { width: 33, height: null }, { tiles: COUNTER_TILES })?.columns).toBe(3);
  });
});

describe('a list too long for its panel', () => {
  const items = ['a', 'b!', 'c', 'd', 'e', 'f'];
  const pinned = (item: string): boolean => item.endsWith('!');

  it('turns its pages and never turns away what is pinned', () => {
    expect(pageOf(items, { slots: 4, turn: 0 }, pinned)).toEqual({ items: ['b!', 'a', 'c'], page: 1, pages: 3 });
    expect(pageOf(items, { slots: 4, turn: 2 }, pinned)).toEqual({ items: ['b!', 'f'], page: 3, pages: 3 });
  });

  it('leaves room for the others when all is pinned', () => {
    const seen = new Set<string>();
    const all = items.map((item) => `${item}!`);
    for (let turn = 0; turn < 10; turn++) for (const item of pageOf(all, { slots: 4, turn }, pinned).items) seen.add(item);
    expect(seen.size).toBe(items.length);
  });

  it('has one page when all fits', () => {
    expect(pageOf(items, { slots: 6, turn: 9 }, pinned)).toEqual({ items, page: 1, pages: 1 });
  });
});
