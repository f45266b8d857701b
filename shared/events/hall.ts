import * as z from 'zod';
import { Id, Label, Source } from '../ids.js';

const device = { deviceId: Id, kind: z.string().max(64).optional(), message: z.string().max(2000).optional() };

/** Events of the hall as a whole: board readings, devices, opening and closing, corrections. */
export const hallEvents = {
  'queue.observed': z.looseObject({
    serviceId: Id,
    waiting: z.int().min(0).max(1_000_000),
    openCounters: z.int().min(0).max(100_000).optional(),
    lastNumber: z.string().max(64).optional(),
  }),
  'device.heartbeat': z.looseObject(device),
  'device.fault': z.looseObject(device),
  'device.recovered': z.looseObject(device),
  'hall.opened': z.looseObject({}),
  'hall.closed': z.looseObject({}),
  'event.corrected': z.looseObject({
    source: Source,
    id: Id,
    data: z.record(z.string(), z.unknown()).optional(),
    void: z.boolean().optional(),
    reason: Label.optional(),
    author: Label.optional(),
  }),
} as const;
