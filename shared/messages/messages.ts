import * as z from 'zod';
import { Id, Label } from '../ids.js';
import { Rows } from '../rows/rows.js';
import { PROTOCOL } from './protocol.js';

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

/** server → client: everything, at `seq` of `epoch`. `at` is the hall's clock, RFC 3339; `build` names the server's pages. */
export const Snapshot = z.object({ ...place, at: z.string(), build: z.string(), rows: Rows });
export type Snapshot = z.infer<typeof Snapshot>;

export const screenPages = ['wall', 'city', 'desk', 'report'] as const;

/** client → server, after each opening of the line and once a minute: how the screen is. Lengths in CSS px, ms and bytes. */
export const ScreenStatus = z.looseObject({
  /** Made by the screen once and kept by it. */
  screenId: Id,
  page: z.enum(screenPages),
  /** What the wall's address calls it (`?name=`). */
  name: Label.optional(),
  build: z.string().max(64),
  width: z.int().min(0).max(100_000),
  height: z.int().min(0).max(100_000),
  /** Device pixels a CSS px. */
  ratio: z.number().min(0).max(16),
  /** Since the page was loaded. */
  upMs: z.number().min(0),
  /** What the page's scripts hold; null where the browser does not tell. */
  heapBytes: z.number().min(0).nullable(),
});
export type ScreenStatus = z.infer<typeof ScreenStatus>;

/** server → client: load the page anew, because a person asked for it. */
export const Reload = z.object({ screenId: Id });
export type Reload = z.infer<typeof Reload>;

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

export const Refused = z.object({ code: z.enum(['unauthorized', 'forbidden', 'unknownHall', 'quarantined', 'badHello', 'slow']), message: z.string() });
export type Refused = z.infer<typeof Refused>;
