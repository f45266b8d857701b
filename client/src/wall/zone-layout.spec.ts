import { zoneGrid } from './zone-layout';

/** The field of a 1920×1080 wall, in rem. */
const ROOM = { width: 83, height: 46.5 };
const twelve = (counters: number): { sizes: number[]; characters: number } => ({ sizes: Array<number>(12).fill(counters), characters: 2 });

describe('the field by zone', () => {
  it('of three hundred counters is a line of small tiles for each zone', () => {
    expect(zoneGrid(twelve(25), ROOM)).toEqual({ perLine: 25, blocks: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]], lines: 12, wide: false });
  });

  it('of fewer gives each tile the room for its figure', () => {
    expect(zoneGrid(twelve(7), ROOM)).toEqual(jasmine.objectContaining({ perLine: 7, wide: true }));
  });

  it('breaks long zones into lines, and stands in blocks beside each other on a wide wall', () => {
    expect(zoneGrid({ sizes: [60, 60], characters: 2 }, ROOM)?.lines).toBeGreaterThan(2);
    const twenty = { sizes: Array<number>(20).fill(15), characters: 2 };
    expect(zoneGrid(twenty, { width: 200, height: 46.5 })?.blocks.map((block) => block.length)).toEqual([10, 10]);
  });

  it('holds every zone once, in its order', () => {
    for (const counters of [1, 7, 25, 33]) {
      const cut = zoneGrid(twelve(counters), { width: 150, height: 46.5 });
      expect(cut?.blocks.flat()).withContext(String(counters)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    }
  });

  it('is not drawn past four hundred counters, nor where numbers would not fit', () => {
    expect(zoneGrid(twelve(40), ROOM)).toBeNull();
    expect(zoneGrid(twelve(25), { width: 50, height: 30 })).toBeNull();
  });
});
