/**
 * A process of its own that tells the days of random logs, by what its first argument says, and writes what came of it: one
 * `log date sha256` a line. Its clocks, its language and the pieces in which it reads a log must make no difference.
 */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { StoredDaily } from '../../../server/daily/daily.entity.js';
import { DayMaker } from '../../../server/daily/day-maker.js';
import { CreateDaily1795392000003 } from '../../../server/daily/migrations/1795392000003-create-daily.js';
import { Shelf } from '../../../server/daily/shelf.js';
import type { StoredEvent } from '../../../server/domain/event/fact.js';
import { journals, START } from '../../../server/domain/hall/arbitrary-events.spec-kit.js';
import { settingsForSpec } from '../../../server/domain/hall/hall.spec-kit.js';
import type { Journal, Link } from '../../../server/journal/journal.js';
import { openDurable } from '../../../server/sqlite/open-durable.js';

export interface Asked {
  seed: number;
  logs: number;
  /** At most so many events are stored together. */
  together: number;
  /** The log was read up to here before. */
  stoppedAt: number | null;
  /** The planted fault: the hall's clocks are those of the process. */
  ownZone: boolean;
}

const [MINUTE, LATER] = [60_000, 400 * 24 * 3_600_000];

/** A hall's log: its settings, then what happened, several events in one commit now and then. */
function logOf(journal: StoredEvent[], ownZone: boolean): StoredEvent[] {
  const timezone = ownZone ? new Intl.DateTimeFormat().resolvedOptions().timeZone : 'Asia/Shanghai';
  const event = { specversion: '1.0', id: 'made', source: '/hallboard', type: 'hall.configured', data: settingsForSpec({ timezone }) } as const;
  return [{ seq: 1, loggedAt: START, event }, ...journal.map(({ seq, loggedAt, event: one }) => ({ seq: seq + 1, loggedAt: Math.ceil(loggedAt / MINUTE) * MINUTE, event: one }))];
}

function journalOf(log: StoredEvent[], together: number): Pick<Journal, 'links' | 'find'> {
  const links: Link[] = [];
  for (const { seq, loggedAt, event } of log) {
    const last = links.at(-1);
    const text = JSON.stringify(event);
    if (last?.loggedAt === loggedAt && last.count < together) Object.assign(last, { count: last.count + 1, body: `${last.body.slice(0, -1)},${text}]` });
    else links.push({ firstSeq: seq, count: 1, loggedAt, body: `[${text}]`, hash: '' });
  }
  return {
    links: (_, fromSeq) => Promise.resolve(links.filter(({ firstSeq, count }) => firstSeq + count > fromSeq)),
    find: (_, source, id) => {
      const found = log.find(({ event }) => event.source === source && event.id === id);
      return Promise.resolve(found ? { ...found, text: JSON.stringify(found.event) } : null);
    },
  };
}

async function tell({ seed, logs, together, stoppedAt, ownZone }: Asked): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'hallboard-days-'));
  const database = await openDurable({ file: join(data, 'daily.sqlite'), entities: [StoredDaily], migrations: [CreateDaily1795392000003] });
  const shelf = new Shelf(join(data, 'daily.sqlite'));
  const key = generateKeyPairSync('ed25519').privateKey;
  for (const [index, journal] of fc.sample(journals, { numRuns: logs, seed }).entries()) {
    const [hallId, log] = [`log${index}`, logOf(journal, ownZone)];
    const make = (read: StoredEvent[], now: number) => new DayMaker({ journal: journalOf(read, together), shelf, data, key }, { hallId, now, madeAt: now }).run();
    if (stoppedAt !== null) await make(log.slice(0, 1 + (stoppedAt % log.length)), 0); // no day is over yet
    await make(log, log.at(-1)!.loggedAt + LATER);
  }
  const rows = await database.query<{ hallId: string; date: string; text: string }[]>('SELECT hallId, date, text FROM daily ORDER BY hallId, date');
  console.log(rows.map(({ hallId, date, text }) => `${hallId} ${date} ${createHash('sha256').update(text).digest('hex')}`).join('\n'));
  shelf.close();
  await database.destroy();
  await rm(data, { recursive: true });
}

await tell(JSON.parse(process.argv[2]!) as Asked);
