import type { CounterPlan, HallPlan, ServicePlan } from './hall-plan.js';

/**
 * The demo hall's plan: a municipal service centre of 36 counters, tuned so that a day is mostly calm and a wait passes its
 * limit now and then around the peaks. Invented, but with the shape of such halls: many short errands, a few long ones.
 */
const services: ServicePlan[] = [
  { id: 'ZH', name: '综合受理', letter: 'A', waitLimit: 'PT20M', share: 20, medianMinutes: 4.6, sigma: 0.6, leadsTo: 'QY' },
  { id: 'SB', name: '社保医保', letter: 'B', waitLimit: 'PT20M', share: 25, medianMinutes: 4.6, sigma: 0.6, leadsTo: 'ZH' },
  { id: 'GJ', name: '公积金', letter: 'C', waitLimit: 'PT20M', share: 9, medianMinutes: 6.0, sigma: 0.55 },
  { id: 'BD', name: '不动产登记', letter: 'D', waitLimit: 'PT30M', share: 7, medianMinutes: 9.8, sigma: 0.65, leadsTo: 'SW' },
  { id: 'QY', name: '企业开办', letter: 'E', waitLimit: 'PT20M', share: 5, medianMinutes: 9.0, sigma: 0.65, leadsTo: 'SW' },
  { id: 'SW', name: '税务', letter: 'F', waitLimit: 'PT20M', share: 10, medianMinutes: 6.0, sigma: 0.65 },
  { id: 'CR', name: '出入境', letter: 'G', waitLimit: 'PT20M', share: 8, medianMinutes: 5.4, sigma: 0.45 },
  { id: 'HZ', name: '户政', letter: 'H', waitLimit: 'PT20M', share: 8, medianMinutes: 5.0, sigma: 0.5 },
  { id: 'CJ', name: '车驾管', letter: 'J', waitLimit: 'PT20M', share: 8, medianMinutes: 5.2, sigma: 0.5, leadsTo: 'ZH' },
];

/** Some counters of each zone take a second service: that is how such halls keep one queue from running away. */
const zones: [letter: string, name: string, counters: [services: string, count: number][]][] = [
  ['A', 'A区 综合受理', [['ZH', 3], ['ZH SB', 1], ['ZH HZ', 1], ['ZH QY', 1]]],
  ['B', 'B区 社保医保', [['SB', 5], ['SB ZH', 2], ['SB GJ', 1]]],
  ['C', 'C区 公积金·不动产', [['GJ', 2], ['GJ BD', 2], ['BD', 3], ['BD SW', 1]]],
  ['D', 'D区 企业·税务', [['QY', 1], ['QY SW', 3], ['SW', 2]]],
  ['E', 'E区 出入境·户政', [['CR', 2], ['CR HZ', 2], ['HZ', 1]]],
  ['F', 'F区 车驾管', [['CJ', 1], ['CJ HZ', 1], ['CJ CR', 1]]],
];

/** In every zone the staff come in turns and go to lunch in three shifts. */
const opens = ['08:55', '08:58', '09:00', '08:56', '09:00', '09:30'] as const;
const lunches = ['11:45', '12:25', '13:05'] as const;

const counters = zones.flatMap(([letter, zone, groups]) =>
  groups
    .flatMap(([serviceIds, count]) => Array<string[]>(count).fill(serviceIds.split(' ')))
    .map((serviceIds, i): CounterPlan => {
      const id = `${letter}${String(i + 1).padStart(2, '0')}`;
      return {
        id,
        name: `${id} 窗口`,
        zone,
        staffId: `S-${id}`,
        serviceIds,
        opens: opens[i % opens.length] ?? '09:00',
        lunch: lunches[i % lunches.length] ?? '12:15',
      };
    }),
);

export const demoHall: HallPlan = {
  name: '市政务服务中心（演示）',
  timezone: 'Asia/Shanghai',
  opens: '09:00',
  lastTicket: '16:45',
  closes: '17:00',
  tickets: 1760,
  arrivals: [
    ['09:00', 1.8],
    ['09:08', 0.95],
    ['09:30', 1.1],
    ['10:00', 1.3],
    ['10:40', 1.2],
    ['11:10', 0.9],
    ['11:40', 0.5],
    ['12:10', 0.4],
    ['13:15', 0.5],
    ['13:50', 0.95],
    ['14:30', 1.32],
    ['15:10', 1.15],
    ['15:50', 0.8],
    ['16:30', 0.4],
    ['16:45', 0.15],
  ],
  services,
  counters,
};
