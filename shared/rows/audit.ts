import * as z from 'zod';
import { Instant } from '../ids.js';

/** What became of what was asked: done, refused (4xx) or failed (5xx). */
export const auditResults = ['done', 'refused', 'failed'] as const;

/** A line of the audit log 操作记录: who did what, when, from where, and what became of it. Never a secret. */
export const AuditEntry = z.object({
  seq: z.int().min(1),
  at: Instant,
  /** A username, or the name of a key; null: nobody known. */
  who: z.string().nullable(),
  role: z.string().nullable(),
  /** The address it came from. */
  from: z.string(),
  act: z.string(),
  hallId: z.string().nullable(),
  /** What it was done to: the ids that the path names, besides the hall's. */
  target: z.string().nullable(),
  result: z.enum(auditResults),
  status: z.int(),
  detail: z.record(z.string(), z.unknown()).optional(),
  /** SHA-256 of the hash before and of this line without its hash, in hexadecimal. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The first line that is not as it was written, or that is missing. */
export const BrokenAudit = z.object({ seq: z.int(), why: z.enum(['changed', 'missing']) });
export type BrokenAudit = z.infer<typeof BrokenAudit>;

/** `GET /api/v1/audit`: the newest first; `more`: how many of the range are older than these. */
export const AuditAnswer = z.object({ entries: z.array(AuditEntry), more: z.int(), broken: BrokenAudit.nullable() });
export type AuditAnswer = z.infer<typeof AuditAnswer>;
