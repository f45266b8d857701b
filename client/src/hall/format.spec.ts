import { minutes, percent, stopwatch, timeOfDay, timeWithSeconds, whole } from './format';

describe('figures as people read them', () => {
  it('show a dash for what is not known', () => {
    expect(minutes(null)).toBe('—');
    expect(percent(null)).toBe('—');
    expect(whole(undefined)).toBe('—');
    expect(timeOfDay(null, 'Asia/Shanghai')).toBe('—');
  });

  it('show whole minutes, rounded down, never below nought, and hours from ten on', () => {
    expect(minutes(119_999)).toBe('1');
    expect(minutes(-5_000)).toBe('0');
    expect(minutes(599 * 60_000)).toBe('599');
    expect(minutes(1439 * 60_000)).toBe('23h');
  });

  it('show shares to a tenth and round none up to a full one', () => {
    expect(percent(0.942)).toBe('94.2%');
    expect(percent(0.9999)).toBe('99.9%');
    expect(percent(1)).toBe('100%');
    expect(percent(0.29)).toBe('29%');
  });

  it('show a silence as a stopwatch', () => {
    expect(stopwatch(10_999)).toBe('00:10');
    expect(stopwatch(3_725_000)).toBe('1:02:05');
  });

  it('show the hall’s time and not the machine’s', () => {
    const at = Date.parse('2026-11-23T16:05:09Z');
    expect(timeOfDay(at, 'Asia/Shanghai')).toBe('00:05');
    expect(timeWithSeconds(at, 'Europe/Warsaw')).toBe('17:05:09');
  });
});
