import * as z from 'zod';
import { Id } from '../ids.js';
import { Rows } from '../rows/rows.js';

/** The wire's version: 1. A change of any row or message changes the fingerprint that `fingerprint.spec.ts` keeps. */
export const PROTOCOL = 1;

const seq = z.int().min(0);
const place = { hallId: Id, epoch: z.string(), seq };

/** client → server: who wants which hall, and what it already holds. */
export const Hello = z.looseObject({
  protocol: z.literal(PROTOCOL),
  hallId: Id,
  epoch: z.string().max(64).optional(),
  seq: seq.optional(),
});
export type Hello = z.infer<typeof Hello>;

/** server → client: everything, at `seq` of `epoch`. `at` is the hall's clock, RFC 3339. */
export const Snapshot = z.object({ ...place, at: z.string(), rows: Rows });
export type Snapshot = z.infer<typeof Snapshot>;

/** server → client: what changed since `prev`. Applies when `prev` is the seq that the screen holds; else hello again. */
export const Delta = z.object({
  ...place,
  prev: seq,
  at: z.string(),
  put: z.partialRecord(z.enum(['hall', 'services', 'counters', 'tickets', 'alerts', 'sources', 'figures']), z.record(z.string(), z.unknown())),
  remove: z.partialRecord(z.enum(['hall', 'services', 'counters', 'tickets', 'alerts', 'sources', 'figures']), z.array(z.string())),
});
type DeltaPlace = Omit<z.infer<typeof Delta>, 'put' | 'remove'>;
export type Delta = DeltaPlace & { put: { [T in keyof Rows]?: Partial<Rows[T]> }; remove: { [T in keyof Rows]?: string[] } };

/** server → client, every second: the hall's clock, the feed's position, and now and then the hash of the rows. */
export const Beat = z.object({ ...place, now: z.string(), hash: z.string().optional() });
export type Beat = z.infer<typeof Beat>;

export const Refused = z.object({ code: z.enum(['unauthorized', 'forbidden', 'unknownHall', 'badHello', 'slow']), message: z.string() });
export type Refused = z.infer<typeof Refused>;
