import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlertEntry, Silence } from '../../shared/commands/alert.js';
import { firstBroken } from '../journal/chain.js';
import { linksOf } from '../journal/journal.spec-kit.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { event, issued, Server } from '../server.spec-kit.js';

const SAID = '张三说他住在东街八号';
const clauses = [{ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT10M', during: 'always', source: 'local' }];

describe('Erasing free texts', () => {
  let server: Server;
  let operator: Speaker;
  beforeEach(async () => {
    server = await Server.start();
    operator = byKey(server);
    await server.makeHall('a', { counters: [{ id: 'C1', name: '1', serviceIds: [] }] });
    await operator('PUT', '/api/v1/halls/a/standard', { name: 'a', source: 'local', clauses });
  });
  afterEach(() => server.end());

  const time = () => ({ time: new Date(server.clock.now()).toISOString() });
  const erase = (path: string, reason: unknown = '本人要求') => operator('POST', `/api/v1/halls/a/${path}/erase`, { reason });
  const erased = async (path: string) => ((await erase(path)).json as unknown as { seqs: number[] }).seqs;
  async function settle(): Promise<void> {
    server.running.halls.get('a')!.publish();
    await server.running.halls.get('a')!.judged();
  }
  /** A ticket that waits too long, with words about it everywhere; the seqs of those words. */
  async function talkedAbout(): Promise<number[]> {
    await server.post('a', [issued('t1', { ...time(), note: SAID }), issued('t2', time())]);
    server.clock.pass(11 * 60_000);
    await settle();
    const { alerts } = (await operator('GET', '/api/v1/halls/a/alerts')).json as unknown as { alerts: AlertEntry[] };
    const { id } = alerts.find(({ subject }) => subject.id === 't1')!;
    await operator('POST', `/api/v1/halls/a/alerts/${id}/comment`, { text: SAID });
    await operator('POST', `/api/v1/halls/a/alerts/${id}/silence`, { until: new Date(server.clock.now() + 60_000).toISOString(), reason: SAID });
    const rating = event('rating.given', { counterId: 'C1', ticketId: 't1', level: 1, comment: SAID }, { id: 'r1', ...time() });
    await server.post('a', [event('ticket.called', { ticketId: 't1', counterId: 'C1' }, time()), rating, event('rating.given', { counterId: 'C1', level: 5, comment: '好' }, time())]);
    await server.post('a', [event('event.corrected', { source: rating.source, id: 'r1', data: { counterId: 'C1', ticketId: 't1', level: 2, comment: SAID } }, time())]);
    await operator('POST', `/api/v1/halls/a/alerts/${id}/resolve`, { reason: SAID });
    await newPerson(server, { username: 'wang' });
    const opened = await operator('POST', '/api/v1/halls/a/cases', { kind: 'complaint', title: '等候太久', text: SAID, channel: 'hotline', ticketId: 't1', owner: 'wang' });
    await operator('POST', `/api/v1/halls/a/cases/${opened.json.id}/steps`, { step: 'note', text: SAID });
    return (await server.lines('a')).filter((line) => JSON.stringify(line.event).includes(SAID)).map(({ seq }) => seq);
  }
  const found = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(SAID)).map(({ name }) => name);
  /** The rows without remarks. */
  const figures = async (): Promise<unknown> => JSON.parse(JSON.stringify((await server.state('a')).rows, (name, value: unknown) => (name === 'text' ? undefined : value)));

  it('[A11] by ticket takes out every word about it, from the journal, the rows, the past and every file, and leaves figures and chain as they were', async () => {
    const seqs = await talkedAbout();
    expect(seqs.length).toBe(8);
    await server.running.halls.past('a').prepare(server.clock.now());
    const [before, linesBefore] = [await figures(), await server.lines('a')];
    expect(found(server.data)).withContext('as it is stored').not.toEqual([]);
    expect(await erased('tickets/t1')).toEqual(seqs);
    expect(await figures()).toEqual(before);
    const lines = await server.lines('a');
    for (const { seq, hash, event: { data, id } } of linesBefore) {
      const now = lines[seq - 1]!;
      expect([now.hash, now.event.id]).toEqual([hash, id]);
      if (!seqs.includes(seq)) expect(now.event['data']).toEqual(data);
    }
    expect(lines.at(-1)!.event).toEqual(jasmine.objectContaining({ type: 'event.erased', data: jasmine.objectContaining({ seqs, reason: '本人要求', author: 'operator' }) }));
    expect(JSON.stringify([lines, (await server.state('a')).rows, (await operator('GET', '/api/v1/halls/a/silences')).json, (await operator('GET', '/api/v1/halls/a/cases')).json])).not.toContain(SAID);
    expect(firstBroken(linksOf(await server.journal('a')))).toBeNull();
    expect(found(server.data)).toEqual([]);
    await server.restart();
    expect(await figures()).toEqual(before);
    expect(found(server.data)).toEqual([]);
    expect(((await operator('GET', '/api/v1/halls/a/silences')).json as unknown as { silences: Silence[] }).silences.map(({ reason }) => reason)).toEqual(['[erased]']);
  });

  it('[A11] by seq takes out one event’s words and nobody else’s; a second time there is nothing', async () => {
    await server.post('a', [event('rating.given', { counterId: 'C1', level: 1, comment: SAID }, { id: '1' }), event('rating.given', { counterId: 'C1', level: 1, comment: '好' }, { id: '2' })]);
    const { seq } = (await server.lines('a')).find(({ event: { id } }) => id === '1')!;
    expect(await erased(`journal/${seq}`)).toEqual([seq]);
    const { status, json } = await erase(`journal/${seq}`);
    expect([status, json.code]).toEqual([409, 'nothingToErase']);
    const comments = (await server.lines('a')).map(({ event: { data } }) => (data as { comment?: string }).comment).filter(Boolean);
    expect(comments).toEqual(['[erased]', '好']);
  });

  it('[A11] keeps them out: what is posted again is a duplicate, and what differs in more than its texts a conflict', async () => {
    const told = event('rating.given', { counterId: 'C1', level: 1, comment: SAID }, { id: '1' });
    await server.post('a', [told]);
    await erase('journal/3');
    expect((await server.post('a', [told])).duplicates).toBe(1);
    expect((await server.post('a', [{ ...told, data: { counterId: 'C1', level: 2, comment: SAID } }])).problems.map(({ code }) => code)).toEqual(['conflict']);
    expect(await server.journal('a')).not.toContain(SAID);
  });

  it('[A11] is an administrator’s, with a reason, of an event that there is', async () => {
    await server.post('a', [event('rating.given', { counterId: 'C1', level: 1, comment: SAID })]);
    const li = await newPerson(server, { username: 'li' });
    const tries = [await li('POST', '/api/v1/halls/a/journal/3/erase', { reason: 'x' }), await erase('journal/3', ''), await erase('journal/0'), await erase('journal/99'), await erase('tickets/t9')];
    expect(tries.map(({ status, json }) => `${status} ${json.code}`)).toEqual(['403 notAllowed', '422 body', '400 seq', '409 nothingToErase', '409 nothingToErase']);
    expect(await server.journal('a')).toContain(SAID);
  });
});
