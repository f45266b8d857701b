/** `GET /api/v1/audit` and `…/audit.ndjson`: who did what. Reading it is written down as well. */
import { Controller, Get, Header, Query } from '@nestjs/common';
import type { AuditAnswer, AuditEntry } from '../../shared/rows/audit.js';
import { Demand } from '../access/rules.js';
import { rangeOf } from '../range.js';
import { Audit } from './audit.js';

const MOST = 1_000;
const MOST_DAYS = 400;
const DAY_MS = 24 * 3_600_000;

type AuditQuery = Partial<Record<'from' | 'to' | 'hallId' | 'who' | 'act', string>>;

@Controller('api/v1')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get('audit')
  @Demand('audit.read', { dear: true })
  async list(@Query() query: AuditQuery): Promise<AuditAnswer> {
    const { entries, broken } = await this.found(query);
    return { entries: entries.slice(-MOST).reverse(), more: Math.max(0, entries.length - MOST), broken };
  }

  @Get('audit.ndjson')
  @Demand('audit.read', { kept: true, dear: true })
  @Header('content-type', 'application/x-ndjson')
  @Header('content-disposition', 'attachment; filename="audit.ndjson"')
  async lines(@Query() query: AuditQuery): Promise<string> {
    const { entries, broken } = await this.found(query);
    return [...entries, ...(broken ? [{ broken }] : [])].map((line) => `${JSON.stringify(line)}\n`).join('');
  }

  /** The last day where no range is said. */
  private async found({ hallId, who, act, ...texts }: AuditQuery): Promise<Pick<AuditAnswer, 'entries' | 'broken'>> {
    const to = this.audit.now() + 1;
    const { entries, broken } = await this.audit.read(rangeOf(texts, { standard: { from: to - DAY_MS, to }, mostDays: MOST_DAYS }));
    const wanted = (entry: AuditEntry) => (!hallId || entry.hallId === hallId) && (!who || entry.who === who) && (!act || entry.act === act);
    return { entries: entries.filter(wanted), broken };
  }
}
