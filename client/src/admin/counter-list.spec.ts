import { idsOfRange, merged, readCells } from './counter-list';

describe('counters written all at once', () => {
  for (const [text, ids, unread] of [
    ['A01–A03', 'A01 A02 A03', ''],
    ['A01-A03, B9~11、VIP', 'A01 A02 A03 B9 B10 B11 VIP', ''],
    ['A 1', 'A 1', ''],
    ['1 - 3', '1 2 3', ''],
    ['综1至综3', '综1 综2 综3', ''],
    ['A-01', 'A-01', ''],
    ['A-01–A-02', 'A-01 A-02', ''],
    ['A1 A1–A2', 'A1 A2', ''],
    ['A9–A1，B1', 'B1', 'A9–A1'],
    ['A1–A99999', '', 'A1–A99999'],
    ['  ', '', ''],
  ]) {
    it(`are these of “${text}”: ${ids || 'none'}`, () => {
      const read = idsOfRange(text!);
      expect([read.ids.join(' '), read.unread.join(' ')]).toEqual([ids!, unread!]);
    });
  }

  const services = [{ id: 'S1', name: '社保、医保' }, { id: 'S2', name: '不动产' }];
  const or = { zone: '一层', serviceIds: ['S1'] };

  it('are read from the cells of a spreadsheet, heading or not, services by id or name', () => {
    const text = '编号\t名称\t分区\t事项\r\nA01\t一号\tA\tS1；不动产\r\nA02\r\n\r\nA03\t三号\t\t社保、医保';
    expect(readCells(text, { services, or }).counters).toEqual([
      { id: 'A01', name: '一号', zone: 'A', serviceIds: ['S1', 'S2'] },
      { id: 'A02', name: 'A02', zone: '一层', serviceIds: ['S1'] },
      { id: 'A03', name: '三号', zone: '一层', serviceIds: ['S1'] },
    ]);
  });

  it('say which services nobody knows', () => {
    expect(readCells('A01\t\t\tS2、出入境', { services, or })).toEqual({
      counters: [{ id: 'A01', name: 'A01', zone: '一层', serviceIds: ['S2'] }], unread: ['出入境'],
    });
  });

  it('take the place of known ones and keep what they do not name; new ones follow', () => {
    const counters = [{ id: 'A01', name: '旧', zone: 'A', serviceIds: [], floor: 2 }, { id: 'A02', name: '二', serviceIds: [] }];
    const added = [{ id: 'A03', name: '三', serviceIds: [] }, { id: 'A01', name: '新', serviceIds: ['S1'] }];
    expect(merged(counters, added)).toEqual([{ ...counters[0]!, name: '新', serviceIds: ['S1'] }, counters[1]!, added[0]!]);
  });
});
