import { isNight, nightIn } from './night';

describe('the night of a panel', () => {
  it('goes over midnight, or within a day', () => {
    const night = { from: '20:00', to: '07:00' };
    expect(['19:59', '20:00', '00:00', '06:59', '07:00'].map((time) => isNight(night, time))).toEqual([false, true, true, true, false]);
    expect(['11:59', '12:00', '13:59', '14:00'].map((time) => isNight({ from: '12:00', to: '14:00' }, time))).toEqual([false, true, true, false]);
  });

  it('is read from the address, where it is one', () => {
    expect(nightIn('?lang=en&night=20:00-07:00')).toEqual({ from: '20:00', to: '07:00' });
    expect(['', '?night=', '?night=20-7', '?night=25:00-07:00', '?night=20:00-07:00x'].map(nightIn)).toEqual([null, null, null, null, null]);
  });
});
