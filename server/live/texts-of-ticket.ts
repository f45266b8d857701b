/** Where a journal speaks of one ticket: its own events, their corrections, and what people wrote about its alerts. */
import type { HallEvent } from '../domain/event/own-event.js';
import { linkGroups, type Journal } from '../journal/journal.js';

export async function seqsOfTicket(journal: Pick<Journal, 'links'>, hallId: string, ticketId: string): Promise<number[]> {
  const speaking = new Speaking(ticketId);
  for await (const links of linkGroups(journal, hallId, 1)) {
    for (const { firstSeq, body } of links) {
      if (!speaking.mayBeIn(body)) continue;
      (JSON.parse(body) as HallEvent[]).forEach((event, index) => speaking.hear(firstSeq + index, event));
    }
  }
  return speaking.seqs;
}

class Speaking {
  readonly seqs: number[] = [];
  private readonly mark: string;
  /** Of the ticket's events, and of the alerts about it. */
  private readonly ids = new Set<string>();

  constructor(private readonly ticketId: string) {
    this.mark = JSON.stringify(ticketId).slice(1, -1);
  }

  /** What speaks of it by another name is a correction, a deed or a silence. */
  mayBeIn(body: string): boolean {
    return body.includes(this.mark) || (this.ids.size > 0 && /"type":"(?:event\.corrected|alert\.|silence\.|case\.)/.test(body));
  }

  hear(seq: number, event: HallEvent): void {
    if (!this.isAbout(event)) return;
    this.seqs.push(seq);
    this.ids.add(event.type === 'alert.raised' || event.type === 'case.opened' ? event.id : `${event.source} ${event.id}`);
  }

  private isAbout(event: HallEvent): boolean {
    const { ticketId } = this;
    switch (event.type) {
      case 'event.corrected':
        return event.data.data?.['ticketId'] === ticketId || this.ids.has(`${event.data.source} ${event.data.id}`);
      case 'alert.raised':
        return event.data.subject.kind === 'ticket' && event.data.subject.id === ticketId;
      case 'silence.put':
        return event.data.subject === `ticket:${ticketId}`;
      default: {
        const data = event.data as { ticketId?: unknown; alertId?: unknown; caseId?: unknown };
        return data.ticketId === ticketId || [data.alertId, data.caseId].some((id) => typeof id === 'string' && this.ids.has(id));
      }
    }
  }
}
