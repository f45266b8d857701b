/** What a server holds beside what its clients were told: each event once and as it was sent, a chain without a gap, rows as the journal says. */
import canonicalize from 'canonicalize';
import type { HallConfigured, HallEvent } from '../../../server/domain/event/own-event.js';
import { OWN_SOURCE } from '../../../server/domain/event/own-event.js';
import { advance } from '../../../server/domain/hall/advance.js';
import { foldEvent } from '../../../server/domain/hall/fold-event.js';
import { newHall, type Hall } from '../../../server/domain/hall/hall.js';
import { allRows } from '../../../server/domain/hall/make-rows.js';
import { firstBroken } from '../../../server/journal/chain.js';
import { linksOf } from '../../../server/journal/journal.spec-kit.js';
import type { Line } from '../../../server/server.spec-kit.js';
import { parseInstant } from '../../../shared/instant.js';
import type { Snapshot } from '../../../shared/messages/messages.js';
import type { Answering } from '../kit/answering.js';
import { HALL, type Book } from './book.spec-kit.js';

export interface Audit {
  /** Events of clients that are stored. */
  stored: number;
  lines: Line[];
  /** What is not as it was promised. */
  faults: string[];
}

export async function audit(server: Answering, book: Book): Promise<Audit> {
  const text = await (await server.ask(`${HALL}/journal`)).text();
  const lines = text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line);
  const posted = lines.filter(({ event }) => event.source !== OWN_SOURCE).map(({ event }) => event);
  const known = new Set(posted.map(({ id }) => id));
  const broken = firstBroken(linksOf(text));
  return {
    stored: known.size,
    lines,
    faults: [
      ...(broken ? [`the chain does not hold at seq ${broken.firstSeq}`] : []),
      ...(known.size === posted.length ? [] : [`${posted.length - known.size} events are stored twice`]),
      ...posted.filter((event) => book.sent.get(event.id) !== JSON.stringify(event)).map(({ id }) => `${id} is not what was sent`),
      ...[...book.acknowledged].filter((id) => !known.has(id)).map((id) => `${id} was acknowledged and is lost`),
      ...[...book.refused].filter((id) => known.has(id)).map((id) => `${id} was refused and is stored`),
      ...(await foldFaults(server, lines)),
    ],
  };
}

/** fold(log) = /state: the rows that are shown are those that the journal makes. */
async function foldFaults(server: Answering, lines: Line[]): Promise<string[]> {
  const state = (await (await server.ask(`${HALL}/state`)).json()) as Snapshot;
  let hall: Hall | null = null;
  for (const { seq, loggedAt, event } of lines) {
    const stored = { seq, loggedAt: parseInstant(loggedAt), event: event as unknown as HallEvent };
    hall ??= newHall('k', (stored.event as HallConfigured).data, stored.loggedAt);
    foldEvent(hall, stored);
  }
  if (!hall) return ['the journal is empty'];
  advance(hall, parseInstant(state.at));
  const folded = allRows(hall) as unknown as Record<string, unknown>;
  return Object.entries(state.rows).filter(([table, rows]) => plain(rows) !== plain(folded[table])).map(([table]) => `${table} are not shown as the journal has them`);
}

/** Rows and their fields in one order; when a figure was last counted says nothing of it. */
function plain(rows: unknown): string {
  const sorted = Object.entries(rows as Record<string, Record<string, unknown>>).sort(([a], [b]) => (a < b ? -1 : 1));
  return canonicalize(sorted.map(([id, { countedAt, ...row }]) => [id, row, typeof countedAt]))!;
}
