import * as z from 'zod';

/** What is taken as proof: the SHA-256 of a file as it is kept. */
export const AttachmentId = z.string().regex(/^[0-9a-f]{64}$/, 'must be the id that POST …/attachments answered');

export const attachmentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** Of one file, as it is posted. */
export const MOST_ATTACHED = 5 * 1024 * 1024;

/** `POST …/attachments` answers: `bytes` as it is kept, without what it told of place, time and device. */
export const Attachment = z.object({ id: AttachmentId, bytes: z.int(), type: z.enum(attachmentTypes) });
export type Attachment = z.infer<typeof Attachment>;
