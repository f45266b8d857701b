import * as z from 'zod';
import { personRoles } from '../glossary/choices.js';
import { Id, Label } from '../ids.js';

const Username = z.string().regex(/^[\p{L}\p{N}._-]{1,64}$/u, 'must be 1 to 64 letters, digits or . _ -');
const Password = z.string().min(1).max(128);
const PersonRole = z.enum(personRoles);
/** The halls a person acts in; null: every hall. */
const HallIds = z.array(Id).min(1).max(500).nullable();

/** `POST /api/v1/people` */
export const CreatePerson = z.strictObject({
  username: Username,
  name: Label.optional(),
  role: PersonRole,
  hallIds: HallIds,
  staffNumber: Label.optional(),
  password: Password,
});
export type CreatePerson = z.infer<typeof CreatePerson>;

/** `PATCH /api/v1/people/{username}`: what is left out stays. Whoever changes their own password says the present one. */
export const ChangePerson = z.strictObject({
  name: Label.optional(),
  role: PersonRole.optional(),
  hallIds: HallIds.optional(),
  staffNumber: Label.nullable().optional(),
  password: Password.optional(),
  currentPassword: Password.optional(),
});
export type ChangePerson = z.infer<typeof ChangePerson>;

/** A person 人员 who logs in. `staffNumber` is what walls show in place of a name. */
export const PersonEntry = z.object({
  username: z.string(),
  name: z.string(),
  role: PersonRole,
  hallIds: z.array(z.string()).nullable(),
  staffNumber: z.string().nullable(),
  createdAt: z.number(),
});
export type PersonEntry = z.infer<typeof PersonEntry>;
export const PeopleAnswer = z.object({ people: z.array(PersonEntry) });

/** `GET /api/v1/halls/{hallId}/people`: who may act on the hall's alerts, for whoever assigns one; `?who=all`: everyone who may look. */
export const ColleaguesAnswer = z.object({ people: z.array(PersonEntry.pick({ username: true, name: true, role: true, staffNumber: true })) });
export type ColleaguesAnswer = z.infer<typeof ColleaguesAnswer>;

/** A log-in that is open. `current`: the one that asks; instants in epoch ms. */
export const SessionEntry = z.object({ id: z.string(), username: z.string(), createdAt: z.number(), seenAt: z.number(), current: z.boolean() });
export type SessionEntry = z.infer<typeof SessionEntry>;
/** `GET /api/v1/sessions` */
export const SessionsAnswer = z.object({ sessions: z.array(SessionEntry) });
export type SessionsAnswer = z.infer<typeof SessionsAnswer>;
