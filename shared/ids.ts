import * as z from 'zod';
import { parseDuration, parseInstant } from './instant.js';
import { legible } from './legible.js';
import { maskText } from './personal.js';

/**
 * Ids of halls, services, counters, staff, tickets, devices and events: 1–64 of `A-Z a-z 0-9 . _ : -`.
 * `__proto__` is none: rows travel as JSON objects keyed by id.
 */
const ID_PATTERN = /^(?!__proto__$)[A-Za-z0-9._:-]{1,64}$/;
export const Id = z.string().regex(ID_PATTERN, 'must be 1 to 64 of A-Z a-z 0-9 . _ : -');

/** A text that people write: what is not seen in it is left away. */
export const Text = z.string().refine((text) => !/\p{Cs}/u.test(text), { message: 'must not hold half a character' }).overwrite(legible);

/** A short text people read: a name, a number on a ticket, a reason. */
export const Label = Text.min(1).max(200);

/** What a person writes about a matter; personal data in it is masked. */
export const Remark = Text.trim().min(1).max(2000).overwrite(maskText);

export const Instant = z.string().refine((text) => !Number.isNaN(parseInstant(text)), {
  message: 'must be an RFC 3339 instant with an offset, such as 2026-11-23T09:30:00+08:00',
});

export const Duration = z.string().refine((text) => parseDuration(text) > 0 && Number.isSafeInteger(parseDuration(text)), {
  message: 'must be an ISO 8601 duration longer than zero, such as PT20M',
});

/** Where an event comes from: a CloudEvents `source`, such as /kiosk/3. */
export const Source = z.string().regex(/^(?!__proto__$)[^\s\p{Cs}\p{Cc}\p{Cf}]{1,256}$/u, 'must be 1 to 256 visible characters without spaces, such as /kiosk/3');
