import { z } from 'zod';
import { Instant } from '../ids.js';

/** How far a backup holds a hall: up to this seq, logged at that instant. `broken`: from that seq on the chain did not hold when it was made. */
export const HeldHall = z.object({
  seq: z.int(),
  hash: z.string(),
  loggedAt: Instant.nullable(),
  /** SHA-256 of the canonical JSON of the rows that the events fold to; null where they cannot be folded. */
  foldHash: z.string().nullable(),
  broken: z.object({ seq: z.int(), why: z.string() }).nullable(),
});
export type HeldHall = z.infer<typeof HeldHall>;

/** What a backup says of itself. Files by their name inside the folder. */
export const Manifest = z.object({
  version: z.literal(1),
  at: Instant,
  halls: z.record(z.string(), HeldHall),
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** A backup that was made; `name`: its folder below `backups` in the data folder. */
export const Backup = Manifest.omit({ files: true }).extend({ name: z.string(), bytes: z.int() });
export type Backup = z.infer<typeof Backup>;

/** `now`: what the server's clock shows. */
export const BackupsAnswer = z.object({ now: Instant, last: Backup.nullable() });
export type BackupsAnswer = z.infer<typeof BackupsAnswer>;
