import { pastRange } from './past-range';

const AT = Date.parse('2026-03-02T10:42:07+08:00');
const at = (text: string) => Date.parse(`2026-03-02T${text}+08:00`);
const hall = { day: '2026-03-02', timezone: 'Asia/Shanghai' };

describe('the range of a slider over a day', () => {
  it('is the opening hours with an hour around them, and wherever the wall stands', () => {
    const hours = { opensAt: at('09:00:00'), closesAt: at('17:00:00'), ...hall };
    expect(pastRange(hours, AT)).toEqual({ from: at('08:00:00'), to: at('18:00:00') });
    expect(pastRange(hours, at('20:15:00'))).toEqual({ from: at('08:00:00'), to: at('20:15:00') });
  });

  it('is the whole day of a hall without hours', () => {
    expect(pastRange({ opensAt: null, closesAt: null, ...hall }, AT)).toEqual({ from: at('00:00:00'), to: at('00:00:00') + 24 * 3_600_000 });
  });
});
