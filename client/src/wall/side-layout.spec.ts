import { sideLayout } from './side-layout';

describe('the side column', () => {
  const tall = { width: 32.5, height: 47 };
  for (const [what, room, counts, cut] of [
    ['of a calm hall gives its room to the day', tall, { alerts: 0, bars: 6 }, { wide: false, alerts: 1, bars: 6, curves: 2 }],
    ['with many zones still shows how many wait', tall, { alerts: 0, bars: 12 }, { wide: false, alerts: 1, bars: 12, curves: 1 }],
    ['shows three alerts beside all zones', tall, { alerts: 3, bars: 9 }, { wide: false, alerts: 3, bars: 9, curves: 0 }],
    ['shows no more than seven alerts, and the first zones', tall, { alerts: 40, bars: 12 }, { wide: false, alerts: 7, bars: 4, curves: 0 }],
    ['of a short picture cuts alerts before the last zones', { width: 32.5, height: 25 }, { alerts: 9, bars: 9 }, { wide: false, alerts: 2, bars: 4, curves: 0 }],
    ['of a wide picture stands in two columns', { width: 68, height: 47 }, { alerts: 7, bars: 12 }, { wide: true, alerts: 7, bars: 12, curves: 1 }],
    ['of a phone is as long as it is', { width: 34, height: null }, { alerts: 9, bars: 30 }, { wide: false, alerts: 7, bars: 30, curves: 0 }],
  ] as const) {
    it(what, () => {
      expect(sideLayout(room, counts)).toEqual(cut);
    });
  }
});
