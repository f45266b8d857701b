/** Disclosure 公开: the service guides and notices in force, for whoever stands in the hall; no person's name is among them. */
import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { DisclosureAnswer, RecordVersion } from '../../shared/commands/records.js';
import { Access } from '../access/access.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { Public } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { viewerOf } from './audience.js';

@Controller('api/v1/halls/:hallId/disclosure')
export class DisclosureController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
  ) {}

  @Get()
  @Public('anyone reads what a public hall discloses; every other hall takes hall.read')
  read(@Param('hallId') hallId: string, @Req() request: FastifyRequest): DisclosureAnswer {
    viewerOf(this.access, { hallId, hall: this.halls.get(hallId) }, credentialsOfRequest(request));
    const hall = knownHall(this.halls, hallId);
    const { name, timezone, demo, services } = hall.settings;
    const answer: DisclosureAnswer = { hall: { name, timezone, demo }, at: hall.now(), guides: [], notices: [] };
    for (const record of hall.records.at(answer.at)) {
      const { content } = record;
      const published = this.published(record);
      if (content.kind === 'notice') answer.notices.push({ ...published, content });
      if (content.kind === 'guide') answer.guides.push({ ...published, content, service: services.find(({ id }) => id === content.serviceId)?.name ?? content.serviceId });
    }
    return answer;
  }

  private published({ id, title, version, effectiveFromAt, expiresAt, approvedBy }: RecordVersion) {
    return { id, title, version, effectiveFromAt, expiresAt, approvedBy: this.access.people.staffNumber(approvedBy) };
  }
}
