/** What a posted file is by its own first bytes, whatever it is called, and what of it is kept. */
import type { AttachmentType } from '../../shared/commands/attachments.js';
import { bareJpeg } from './bare-jpeg.js';
import { barePng } from './bare-png.js';
import { bareWebp } from './bare-webp.js';
import { Malformed, textAt } from './malformed.js';

/** Null for anything else. */
export function typeOf(bytes: Buffer): AttachmentType | null {
  if (textAt(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return textAt(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : null;
}

const bare: Record<AttachmentType, (bytes: Buffer) => Buffer> = { 'image/jpeg': bareJpeg, 'image/png': barePng, 'image/webp': bareWebp, 'application/pdf': wholePdf };

/** A picture without what it tells besides; a PDF as it is. */
export function bareFile(type: AttachmentType, bytes: Buffer): Buffer {
  return bare[type](bytes);
}

const LAST = 1_024;

function wholePdf(bytes: Buffer): Buffer {
  if (!bytes.includes('%%EOF', Math.max(0, bytes.length - LAST), 'latin1')) throw new Malformed('it is cut short');
  return bytes;
}
