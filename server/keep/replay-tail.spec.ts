import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstBroken } from '../journal/chain.js';
import type { Link } from '../journal/journal.js';
import { event, Server } from '../server.spec-kit.js';
import { readJournalFile } from './journal-file.js';
import { replayTail } from './replay-tail.js';

const rating = (id: string, comment: string) => event('rating.given', { counterId: 'C1', level: 1, comment }, { id });

describe('A tail that tells of an erasure', () => {
  let server: Server;
  beforeEach(async () => (server = await Server.start()));
  afterEach(() => server.end());

  it('[A11] takes the texts out of what the backup held, too, and the chain holds', async () => {
    await server.makeHall('a');
    await server.post('a', [rating('1', '张三'), rating('2', '好')]);
    await server.close();
    const [copy, tail] = [join(server.data, 'copy.sqlite'), join(server.data, 'tail.ndjson')];
    await copyFile(join(server.data, 'journal.sqlite'), copy);
    await server.restart();
    await server.post('a', [rating('3', '李四')]);
    await server.running.halls.erase('a', [[2, 4]], { reason: 'x', author: 'y' });
    await server.post('a', [rating('5', '快')]);
    const lines = await server.journal('a');
    await writeFile(tail, lines);
    replayTail(copy, { hallId: 'a', file: tail });
    const links = await readJournalFile(copy, async (journal): Promise<Link[]> => journal.links('a', 1));
    expect(firstBroken(links)).toBeNull();
    expect(links.map(({ body, hash }) => [body, hash])).toEqual(await readLinks(server));
    const bytes = await readFile(copy);
    expect(['张三', '李四', '好', '快'].map((text) => bytes.includes(text))).toEqual([false, false, true, true]);
  });
});

async function readLinks(server: Server): Promise<[string, string][]> {
  const lines = await server.lines('a');
  const hashes = [...new Set(lines.map(({ hash }) => hash))];
  return hashes.map((hash) => [JSON.stringify(lines.filter((line) => line.hash === hash).map((line) => line.event)), hash]);
}
