import { demoHall } from './demo-hall.js';
import type { CounterPlan, HallPlan, ServicePlan } from './hall-plan.js';

/**
 * Halls of other sizes for pictures, browser checks and measurements: the demo's day with other zones. Each service has
 * counters of its own, and one of its neighbour's helps it out; people come as its counters can serve them. Like the demo, a
 * day is mostly calm and a wait passes its limit now and then around the peaks.
 */
export const hallSizes = [12, 60, 300] as const;
export type HallSize = (typeof hallSizes)[number];

/** Names of services, each with its median minutes. */
const zones: [letter: string, name: string, services: [name: string, medianMinutes: number][]][] = [
  ['A', '综合受理', [['综合受理', 4.6], ['帮办代办', 6], ['跨省通办', 5.4], ['证照领取', 3.2]]],
  ['B', '社保医保', [['参保登记', 4.6], ['医保报销', 6.2], ['养老待遇', 5.8], ['社保卡', 4.2]]],
  ['C', '公积金', [['公积金提取', 5.6], ['公积金贷款', 7.5], ['缴存登记', 5], ['异地转移', 5.4]]],
  ['D', '不动产', [['不动产登记', 8.6], ['抵押登记', 7.8], ['存量房交易', 9], ['不动产查询', 4]]],
  ['E', '出入境', [['护照办理', 5.4], ['港澳通行证', 5], ['签注办理', 4.2], ['证件领取', 3.4]]],
  ['F', '税务', [['办税服务', 6], ['发票领用', 4.4], ['个人所得税', 6.6], ['车辆购置税', 5.2]]],
  ['G', '企业开办', [['企业设立', 8.4], ['变更注销', 7.6], ['食品许可', 7.8], ['印章刻制', 4.8]]],
  ['H', '住建', [['住房保障', 6.8], ['施工许可', 7.8], ['房屋租赁', 5.2], ['维修资金', 5.6]]],
  ['J', '交通', [['驾驶证', 5.2], ['机动车', 5.8], ['道路运输', 6.4], ['交通违法', 4.6]]],
  ['K', '婚姻登记', [['结婚登记', 7.4], ['离婚登记', 7.8], ['补领证件', 5], ['婚姻档案', 4.4]]],
  ['L', '人社', [['就业登记', 5], ['职称评审', 6.2], ['人才引进', 6.6], ['劳动维权', 7.2]]],
  ['M', '投资', [['投资项目', 7.6], ['工程审批', 7.8], ['环评审批', 7.4], ['用地规划', 7]]],
];

/** `load`: the share of a usual day that its counters spend with people. The larger a queue's pool, the more it bears. */
const layouts: Record<HallSize, { zones: number; counters: number; services: number; load: number }> = {
  12: { zones: 4, counters: 3, services: 1, load: 0.77 },
  60: { zones: 12, counters: 5, services: 2, load: 0.74 },
  300: { zones: 12, counters: 25, services: 4, load: 0.82 },
};

const SIGMA = 0.55;
/** Calling, walking and clearing the desk between two services. */
const BETWEEN_MINUTES = 0.9;
/** What lunch and breaks leave of a counter's day. */
const DAY_MINUTES = 415;

function ticketsOf(medianMinutes: number, counters: number): number {
  return (counters * DAY_MINUTES) / (medianMinutes * Math.exp(SIGMA ** 2 / 2) + BETWEEN_MINUTES);
}

export function hallOf(size: HallSize): HallPlan {
  const layout = layouts[size];
  const parts = zones.slice(0, layout.zones).map((zone) => partOf(zone, layout));
  const services = parts.flatMap((part) => part.services);
  const bearable = services.reduce((sum, { share }) => sum + share, 0);
  return {
    ...demoHall,
    name: `市政务服务中心（${String(size)} 窗口）`,
    tickets: Math.round(bearable * layout.load),
    services,
    counters: parts.flatMap((part) => part.counters),
  };
}

function partOf([letter, zone, named]: (typeof zones)[number], layout: (typeof layouts)[HallSize]): Pick<HallPlan, 'services' | 'counters'> {
  const known = named.slice(0, layout.services);
  const own = Array.from({ length: layout.counters }, (_, i) => i % known.length);
  const services = known.map(([name, medianMinutes], i): ServicePlan => ({
    id: `${letter}${String(i + 1)}`,
    name,
    letter: known.length === 1 ? letter : `${letter}${String(i + 1)}`,
    waitLimit: named[0]![1] > 7 ? 'PT30M' : 'PT20M',
    share: ticketsOf(medianMinutes, own.filter((service) => service === i).length),
    medianMinutes,
    sigma: SIGMA,
  }));
  const counters = own.sort().map((service, i): CounterPlan => {
    const id = `${letter}${String(i + 1).padStart(2, '0')}`;
    const last = own[i + 1] !== service;
    const neighbour = services[(service + 1) % services.length]!;
    const serviceIds = [services[service]!.id, ...(last && known.length > 1 ? [neighbour.id] : [])];
    const { opens, lunch } = demoHall.counters[i % 6]!;
    return { id, name: `${id} 窗口`, zone, staffId: `S-${id}`, serviceIds, opens, lunch };
  });
  return { services, counters };
}
