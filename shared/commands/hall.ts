import * as z from 'zod';
import { densities, weekdays } from '../glossary/choices.js';
import { roles } from '../glossary/states.js';
import { idsOf } from '../glossary/word.js';
import { Duration, Id, Instant, Label } from '../ids.js';
import { parseInstant } from '../instant.js';

const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time of day such as 08:30');

const Zone = z.string().refine(
  (zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false; // RangeError: Intl names no such zone
    }
  },
  { message: 'must be an IANA time zone such as Asia/Shanghai' },
);

/** One stretch of opening hours 开放时间, the same on each of its days. */
export const OpeningHours = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1),
    opens: TimeOfDay,
    closes: TimeOfDay,
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    message: 'must be later than opens; a night is two stretches: 22:00 to 24:00, and 00:00 to 06:00 of the next day',
  });

const [FIRST_YEAR, LAST_YEAR] = [Date.UTC(1970), Date.UTC(2100)];
/** Calendars and clocks are exact within these years; a hall's day lies in them. */
const ClockInstant = Instant.refine((text) => parseInstant(text) >= FIRST_YEAR && parseInstant(text) < LAST_YEAR, {
  message: 'must lie between 1970 and 2099',
});

/**
 * A clock of the hall's own, for a replayed or demonstrated day: at the real instant of the command it shows `at` and runs
 * `speed` times as fast as real time. Without it the hall's clock is the server's.
 */
export const HallClock = z.strictObject({ at: ClockInstant, speed: z.number().positive().max(10_000).default(1) });


const Share = z.number().min(0).max(1);

/** A date that is not as its weekday says: a holiday 节假日 has no hours, a worked weekend 调休 has its own. */
const DayException = z.strictObject({
  date: z.iso.date(),
  name: Label.optional(),
  hours: z.array(z.strictObject({ opens: TimeOfDay, closes: TimeOfDay }).refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'must be later than opens' })).max(10).default([]),
});

/** What the hall aims at, as shares 0…1, shown beside the figure: the service level 达标率 and the satisfied share 满意率. */
const Targets = z.looseObject({ serviceLevel: Share.optional(), satisfaction: Share.optional() });

/** What a person sets of a hall: `PUT /api/v1/halls/{hallId}`; the whole of it each time. Fields that are not ours are kept. */
export const HallSettings = z.looseObject({
  name: Label,
  timezone: Zone.default('Asia/Shanghai'),
  services: z
    .array(z.looseObject({ id: Id, name: Label, waitLimit: Duration.optional() }))
    .max(500)
    .default([]),
  counters: z
    .array(z.looseObject({ id: Id, name: Label, zone: Label.optional(), serviceIds: z.array(Id).max(500).default([]), roster: z.array(OpeningHours).max(50).optional() }))
    .max(2000)
    .default([]),
  openingHours: z.array(OpeningHours).max(50).default([]),
  exceptions: z.array(DayException).max(1000).optional(),
  seats: z.int().min(0).max(100_000).optional(),
  targets: Targets.optional(),
  /** `fromRatings`: whether a bad rating that the standard raises opens a complaint. */
  cases: z.looseObject({ fromRatings: z.boolean().default(true) }).optional(),
  /** Free texts (comments, remarks, reasons) are erased when they are so many days old; null: never. */
  retention: z.strictObject({ textsDays: z.int().min(1).max(36_500).nullable() }).optional(),
  wall: z.looseObject({ density: z.enum(densities).optional() }).optional(),
  /** Anyone who reaches the server may watch its wall without a key. */
  public: z.boolean().default(false),
  /** Marked on every screen as a demonstration or a replayed day: its figures are not this hall's today. */
  demo: z.boolean().default(false),
  clock: HallClock.optional(),
}).superRefine(({ services, counters }, refuse) => {
  for (const [field, list] of [['services', services], ['counters', counters]] as const) {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (seen.has(id)) refuse.addIssue({ code: 'custom', path: [field, index, 'id'], message: `${id} stands twice; each id may stand once` });
      seen.add(id);
    });
  }
  const known = new Set(services.map(({ id }) => id));
  counters.forEach(({ serviceIds }, index) => {
    const unknown = serviceIds.find((id) => !known.has(id));
    if (unknown !== undefined) {
      refuse.addIssue({ code: 'custom', path: ['counters', index, 'serviceIds'], message: `${unknown} is not one of the hall's services` });
    }
  });
});
export type HallSettings = z.infer<typeof HallSettings>;

export const KeyRole = z.enum(['device', 'wall', 'reader']);
export type KeyRole = z.infer<typeof KeyRole>;

/** `POST /api/v1/halls/{hallId}/keys` */
export const CreateKey = z.strictObject({ role: KeyRole, name: Label.optional() });
/** Its answer: the key is shown this once. */
export const CreatedKey = z.object({ id: z.string(), key: z.string() });

/** One line of `GET /api/v1/halls/{hallId}/keys`: what may be shown of a key later. */
export const KeyEntry = z.object({ id: z.string(), role: KeyRole, name: z.string(), createdAt: z.number() });
export type KeyEntry = z.infer<typeof KeyEntry>;

const Password = z.string().min(8, 'must have at least 8 characters').max(128, 'must have at most 128 characters');

/** `POST /api/v1/session` */
export const LogIn = z.strictObject({ username: Label, password: z.string().min(1).max(128) });
/** `POST /api/v1/setup`: the first administrator's password, with the one-time token of the printed link. */
export const SetUp = z.strictObject({ token: z.string().min(1).max(200), password: Password });

export const Role = z.enum(idsOf(roles));
export type Role = z.infer<typeof Role>;
/** Who the server takes the caller for: `GET /api/v1/session`. */
export const SessionAnswer = z.object({ username: z.string(), role: Role });

/** One line of the chooser: `GET /api/v1/halls`. */
export const HallEntry = z.object({
  id: Id,
  name: z.string(),
  demo: z.boolean(),
  state: z.enum(['open', 'closed']),
  day: z.string(),
  waiting: z.int(),
  serving: z.int(),
});
export type HallEntry = z.infer<typeof HallEntry>;
