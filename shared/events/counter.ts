import * as z from 'zod';
import { Id } from '../ids.js';

const reason = z.string().max(2000).optional();

/** Events of a counter 窗口 and of the staff 窗口人员 behind it. */
export const counterEvents = {
  'counter.opened': z.looseObject({ counterId: Id, staffId: Id.optional(), serviceIds: z.array(Id).max(500).optional() }),
  'counter.closed': z.looseObject({ counterId: Id, reason }),
  'counter.paused': z.looseObject({ counterId: Id, reason }),
  'counter.resumed': z.looseObject({ counterId: Id, reason }),
  'staff.loggedOn': z.looseObject({ staffId: Id, counterId: Id, forced: z.boolean().optional() }),
  'staff.loggedOff': z.looseObject({ staffId: Id, counterId: Id, forced: z.boolean().optional() }),
} as const;
