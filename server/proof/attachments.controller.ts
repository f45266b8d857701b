/** `…/attachments`: photographs and documents that prove what was done about a case. Whoever shows one gets a picture or a download, never a page. */
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attachment, AttachmentType } from '../../shared/commands/attachments.js';
import { Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { Attachments } from './attachments.js';
import { typeOf } from './bare-file.js';

const endings: Record<AttachmentType, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' };
const HOUR_SECONDS = 3_600;

@Controller('api/v1/halls/:hallId/attachments')
export class AttachmentsController {
  constructor(
    private readonly halls: Halls,
    private readonly attachments: Attachments,
  ) {}

  @Post()
  @Demand('cases.act', { dear: true })
  async keep(@Param('hallId') hallId: string, @Req() { body }: FastifyRequest): Promise<Attachment> {
    knownHall(this.halls, hallId);
    if (!Buffer.isBuffer(body)) throw new Problem(415, 'fileType', 'The body was refused: post one file as it is, image/jpeg, image/png, image/webp or application/pdf.');
    return this.attachments.keep(hallId, body);
  }

  @Get(':attachmentId')
  @Demand('cases.read')
  async read(@Param() { hallId, attachmentId }: { hallId: string; attachmentId: string }, @Res() reply: FastifyReply): Promise<void> {
    knownHall(this.halls, hallId);
    const bytes = await this.attachments.read(hallId, attachmentId);
    const type = bytes && typeOf(bytes);
    if (!type) throw new Problem(404, 'unknownAttachment', `Hall ${hallId} keeps no file "${attachmentId.slice(0, 64)}": it was never posted here, no case named it within a day, or it was erased.`);
    const shown = type === 'application/pdf' ? 'attachment' : 'inline';
    await reply
      .type(type)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', `private, max-age=${HOUR_SECONDS}`)
      .header('content-disposition', `${shown}; filename="${attachmentId.slice(0, 12)}.${endings[type]}"`)
      .send(bytes);
  }
}
