import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../../shared/commands/attachments.js';
import type { CaseAnswer } from '../../shared/commands/cases.js';
import { copyFolder, copyDatabase } from '../keep/copy-folder.js';
import { verifyFolder } from '../keep/verify-folder.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { Server, type Heard } from '../server.spec-kit.js';

const PATH = '/api/v1/halls/a/attachments';
const HOUR = 3_600_000;
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

describe('The attachments of a hall', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start({ attachmentsMb: 1 });
    await server.makeHall('a');
    await server.makeHall('b');
  });
  afterEach(() => server.end());

  const send = (body: Buffer, type = 'application/pdf') => server.say(PATH, { method: 'POST', type, body });
  const kept = async (body: Buffer) => (await send(body)).json as unknown as Attachment;
  const statusOf = async (id: string, hallId = 'a') => (await server.say(`/api/v1/halls/${hallId}/attachments/${id}`)).status;
  const answer = (heard: Heard) => heard.json as unknown as CaseAnswer;
  const open = async (by: Speaker, proof: Attachment[]) => answer(await by('POST', '/api/v1/halls/a/cases', { kind: 'complaint', title: '态度', channel: 'box', text: '窗口态度生硬', proof: proof.map(({ id }) => ({ id, name: '函.pdf' })) }));
  const pass = async (ms: number) => {
    server.clock.pass(ms);
    await server.running.attachments.look();
  };

  it('[E8] are kept under their hash, once, for this hall alone, and shown as a picture or a download and nothing else', async () => {
    const file = pdf('一');
    const { id, bytes, type } = await kept(file);
    expect([id, bytes, type]).toEqual([createHash('sha256').update(file).digest('hex'), file.length, 'application/pdf']);
    expect((await kept(file)).id).toBe(id);
    expect(await readdir(join(server.data, 'attachments', 'a'))).toEqual([id]);
    const shown = await server.say(`${PATH}/${id}`);
    const { 'content-type': said, 'content-security-policy': rules, 'x-content-type-options': sniff, 'content-disposition': how, 'cache-control': cache } = shown.headers;
    expect([shown.text, said, rules, sniff, how, cache])
      .toEqual([file.toString(), 'application/pdf', "sandbox; default-src 'none'", 'nosniff', `attachment; filename="${id.slice(0, 12)}.pdf"`, 'private, max-age=3600']);
    await server.restart();
    expect([await statusOf(id), await statusOf(id, 'b')]).toEqual([200, 404]);
  });

  it('[E8] are refused in words where they are no picture, too large, or more than there is room for', async () => {
    const refusals = [
      await send(Buffer.from('<svg/>'), 'image/png'), await send(Buffer.from('%PDF-1.7 cut'), 'application/pdf'), await send(Buffer.alloc(5 * 2 ** 20 + 1)),
      await send(pdf('x'), 'text/html'), await server.say(PATH, { method: 'POST', type: 'application/json', body: '{}' }), await send(pdf('x'.repeat(2 ** 20))),
    ];
    expect(refusals.map(({ status, json }) => `${status} ${json.code}`)).toEqual(['415 fileType', '422 damagedFile', '413 tooLarge', '415 mediaType', '415 fileType', '507 attachmentsFull']);
    expect(refusals.at(-1)!.json.detail).toContain('take 0 MB of 1 MB');
    expect((await server.say('/api/v1/halls/b/events', { method: 'POST', type: 'image/png', body: pdf('x') })).status).toBe(415);
    expect(await readdir(join(server.data, 'attachments', 'a'))).toEqual([]);
  });

  it('[E8] go within a day where no case names them, stay where one does, and go when that is erased', async () => {
    const [named, loose] = [await kept(pdf('一')), await kept(pdf('二'))];
    await open(await newPerson(server, { username: 'wang' }), [named]);
    await pass(23 * HOUR);
    expect([await statusOf(named.id), await statusOf(loose.id)]).toEqual([200, 200]);
    await pass(2 * HOUR);
    expect([await statusOf(named.id), await statusOf(loose.id)]).toEqual([200, 404]);
    const { seq } = (await server.lines('a')).find(({ event: { type } }) => type === 'case.opened')!;
    expect((await byKey(server)('POST', `/api/v1/halls/a/journal/${seq}/erase`, { reason: '当事人要求' })).status).toBe(200);
    await pass(0);
    expect(await statusOf(named.id)).toBe(404);
    expect(await readdir(join(server.data, 'attachments', 'a'))).toEqual([]);
    await server.restart();
    await pass(0);
    expect((await server.lines('a')).map(({ event }) => JSON.stringify(event)).join()).not.toContain('函.pdf');
  });

  it('[E8] are named by cases of their hall alone, and a complaint’s reply names one, or the letter it was given by', async () => {
    const [wang, li] = (await Promise.all(['wang', 'li'].map((username) => newPerson(server, { username })))) as [Speaker, Speaker];
    const proof = [{ id: (await kept(pdf('一'))).id, name: '答复函 13812345678.pdf' }];
    const opening = { kind: 'complaint', title: '态度', channel: 'box', owner: 'wang' };
    expect((await wang('POST', '/api/v1/halls/b/cases', { ...opening, proof })).json.code).toBe('proof');
    const { id } = answer(await li('POST', '/api/v1/halls/a/cases', opening));
    const step = (by: Speaker, said: object) => by('POST', `/api/v1/halls/a/cases/${id}/steps`, said);
    await step(li, { step: 'verify', verdict: 'no' });
    const refused = [await step(wang, { step: 'reply', text: '已致歉' }), await step(wang, { step: 'reply', proof: [{ id: '0'.repeat(64), name: 'x' }] })];
    expect(refused.map(({ status, json }) => `${status} ${json.code}`)).toEqual(['422 proof', '422 proof']);
    const replied = answer(await step(wang, { step: 'reply', text: '已致歉', proof }));
    expect([replied.state, replied.deeds.at(-1)!.proof.map(({ name }) => name)]).toEqual(['replied', ['答复函 138****5678.pdf']]);
  });

  it('[E8] are in a backup with every case that names them', async () => {
    const { id } = await kept(pdf('一'));
    await server.close();
    const into = join(server.data, 'backups', 'one');
    const manifest = await copyFolder({ data: server.data, into, now: 0, copyJournal: (file) => copyDatabase(join(server.data, 'journal.sqlite'), file) });
    expect(Object.keys(manifest.files)).toContain(`attachments/a/${id}`);
    expect((await verifyFolder(into)).faults).toEqual([]);
    await server.restart();
  });
});
