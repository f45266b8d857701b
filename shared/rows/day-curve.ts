import * as z from 'zod';
import { counterStates } from '../glossary/states.js';
import { idsOf } from '../glossary/word.js';
import { Quarter } from './figures.js';

/** A stretch of a day in which a counter stood in one state; `to` is exclusive. */
export const CounterStretch = z.object({ state: z.enum(idsOf(counterStates)), from: z.number(), to: z.number() });
export type CounterStretch = z.infer<typeof CounterStretch>;

/** How a day went: `GET /api/v1/halls/{hallId}/daily/{date}/curve`. Instants are epoch ms. */
export const DayCurve = z.object({
  date: z.string(),
  timezone: z.string(),
  startAt: z.number(),
  endAt: z.number(),
  /** Quarter-hours of the day in order, those in which anything was counted; `openCounters` at the quarter's start. */
  quarters: z.array(Quarter.extend({ openCounters: z.int() })),
  /** By counter, in order; where it was closed nothing stands. */
  counters: z.record(z.string(), z.array(CounterStretch)),
  /** Waits of the tickets first called that day: how many ended in each bin of `binMs` from 0 on. */
  waits: z.object({ binMs: z.int(), limitMs: z.number().nullable(), counts: z.array(z.int()) }),
});
export type DayCurve = z.infer<typeof DayCurve>;
