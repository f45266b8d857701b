import * as z from 'zod';
import { Figures, Levels } from './figures.js';

const count = z.int();
const figuresById = z.record(z.string(), Figures);

/** The wait with those who left counted as what they are, waits cut short (Kaplan & Meier 1958): leavers and those still waiting are censored. */
export const HonestWait = z.object({
  count,
  censored: count,
  /** Null where fewer than half, or nine tenths, were called before the longest wait ended. */
  p50: z.number().nullable(),
  p90: z.number().nullable(),
});
export type HonestWait = z.infer<typeof HonestWait>;

/** One figure that another revision told otherwise: `path` as `services.S1.tickets.served`. */
export const DailyChange = z.object({ path: z.string(), was: z.unknown(), now: z.unknown() });

/** Of one device, within the hall's opening hours. */
export const DeviceDay = z.object({
  openMs: count,
  upMs: count,
  downMs: count,
  unknownMs: count,
  faults: count,
  /** Null where less than half was known of it. */
  availability: z.number().nullable(),
});
export type DeviceDay = z.infer<typeof DeviceDay>;

/** `GET …/devices/availability`: `from` and `to` inclusive; `days`: how many of them have a snapshot that tells of devices. */
export const DevicesAnswer = z.object({ from: z.string(), to: z.string(), days: count, devices: z.record(z.string(), DeviceDay) });
export type DevicesAnswer = z.infer<typeof DevicesAnswer>;

/** The daily snapshot 日报快照 of contract §5: what a day came to, the same on any machine, byte for byte. */
export const Daily = z.object({
  hallId: z.string(),
  hallName: z.string(),
  /** The hall's own day, YYYY-MM-DD, and its zone. */
  date: z.string(),
  timezone: z.string(),
  /** Bounds of the day, RFC 3339: start inclusive, end exclusive. */
  startAt: z.string(),
  endAt: z.string(),
  revision: count,
  kpiVersion: count,
  standardVersion: count,
  /** The events of that day by their own time: seqs, how many, and the SHA-256 over their canonical JSON, each with a line feed, in (time, seq) order. */
  journal: z.object({ firstSeq: count.nullable(), lastSeq: count.nullable(), events: count, sha256: z.string() }),
  hall: Figures,
  services: figuresById,
  counters: figuresById,
  staff: figuresById,
  zones: figuresById,
  /** By the hour of the hall's day, "09"; an hour that comes twice, when clocks are put back, counts once for both. */
  hours: figuresById,
  honestWait: z.object({ hall: HonestWait, services: z.record(z.string(), HonestWait) }),
  /** How the dimensions were marked by those who did; left out of a day on which nobody did. */
  dimensions: z.record(z.string(), Levels).optional(),
  alerts: z.object({
    raised: count,
    byClause: z.record(z.string(), count),
    acknowledgedMsMean: z.number().nullable(),
    resolvedMsMean: z.number().nullable(),
  }),
  /** Cases opened by kind, and steps taken about any case by step; snapshots of kpiVersion 1 have none. */
  cases: z.object({ opened: z.record(z.string(), count), steps: z.record(z.string(), count) }).optional(),
  /** By id; snapshots before kpiVersion 3 have none. */
  devices: z.record(z.string(), DeviceDay).optional(),
  quality: z.record(z.string(), count),
  /** What the ids above are called. */
  names: z.object({ services: z.record(z.string(), z.string()), counters: z.record(z.string(), z.string()) }),
  /** Of a later revision: what it tells otherwise than the one before, and the seqs that came since. */
  changes: z.array(DailyChange),
  because: z.array(count),
  /** The sha256 of the newest revision of the day before, null on the first day. */
  previous: z.string().nullable(),
  /** SHA-256 of all of the above as canonical JSON (RFC 8785). */
  sha256: z.string(),
});
export type Daily = z.infer<typeof Daily>;

/**
 * `GET …/daily/{date}.sig`, and beside each file: who answers for a snapshot. It stands apart, so that the file is the same on any
 * machine. `ed25519` is over the 32 bytes of `sha256`, in base64; `publicKey` is SPKI in PEM, `keyId` the first 16 hex digits of
 * the SHA-256 of its raw bytes.
 */
export const DailySignature = z.object({ sha256: z.string(), keyId: z.string(), publicKey: z.string(), ed25519: z.string() });
export type DailySignature = z.infer<typeof DailySignature>;

/** A line of the list of days. */
export const DailyEntry = z.object({ date: z.string(), revision: count, sha256: z.string(), issued: count, served: count, raised: count, madeAt: z.string() });
export type DailyEntry = z.infer<typeof DailyEntry>;

/** `GET …/daily` */
export const DailyList = z.object({ days: z.array(DailyEntry) });
export type DailyList = z.infer<typeof DailyList>;

/** `GET /api/v1/signing-key`: what daily snapshots are verified with, as SPKI in PEM. */
export const SigningKey = z.object({ keyId: z.string(), algorithm: z.literal('Ed25519'), publicKey: z.string() });
export type SigningKey = z.infer<typeof SigningKey>;
