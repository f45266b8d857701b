import type { CounterPlan, HallPlan } from './hall-plan.js';
import { localInstant } from './local-time.js';
import type { Seeded } from './seeded.js';

const MINUTE = 60_000;

export interface Break {
  at: number;
  lengthMs: number;
  reason: string;
  /** The counter closes and its staff log off, instead of pausing. */
  closes: boolean;
}

/** A counter's day as its staff will keep it, if people let them: breaks wait until the ticket at the counter is done. */
export interface Shift {
  opensAt: number;
  breaks: Break[];
}

const pauses = ['短暂离开', '复印材料', '内部会商', '设备检查'] as const;

/** Nobody staffs about one counter in twenty that day. */
export function drawShift(plan: HallPlan, counter: CounterPlan, day: { date: string; chance: Seeded }): Shift | undefined {
  const { date, chance } = day;
  if (chance.chance(0.03)) return undefined;
  const local = (time: string): number => localInstant(date, time, plan.timezone);
  const [opens, closes] = [local(counter.opens), local(plan.closes)];
  const lunch: Break = {
    at: local(counter.lunch) + chance.between(-4, 4) * MINUTE,
    lengthMs: chance.between(36, 46) * MINUTE,
    reason: '午餐',
    closes: chance.chance(0.35),
  };
  const short = Array.from({ length: 1 + Math.floor(chance.next() * 3) }, (): Break => ({
    at: chance.between(opens + 30 * MINUTE, closes - 30 * MINUTE),
    lengthMs: chance.lognormal(5 * MINUTE, 0.5),
    reason: chance.pick(pauses, () => 1),
    closes: false,
  }));
  // A short break does not stand beside lunch.
  const apart = short.filter((pause) => Math.abs(pause.at - lunch.at - 20 * MINUTE) > 60 * MINUTE);
  return {
    opensAt: opens + chance.between(-6, 3) * MINUTE,
    breaks: [lunch, ...apart].sort((a, b) => a.at - b.at),
  };
}
