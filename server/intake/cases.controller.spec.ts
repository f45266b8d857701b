import type { CaseAnswer, CasesAnswer, OpenCase } from '../../shared/commands/cases.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { Server, type Heard } from '../server.spec-kit.js';

const CASES = '/api/v1/halls/a/cases';
const DAY = 24 * 3_600_000;
const complaint: OpenCase = { kind: 'complaint', title: '窗口态度生硬', channel: 'hotline', counterId: '3', staffId: 'P7', category: 'attitude', owner: 'wang' };

describe('The ledgers of a hall over HTTP', () => {
  let server: Server;
  let [wang, li, zhao] = [null, null, null] as unknown as Speaker[];
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a');
    await server.makeHall('b');
    [wang, li, zhao] = await Promise.all(['wang', 'li', 'zhao'].map((username) => newPerson(server, { username })));
  });
  afterEach(() => server.end());

  const answer = (heard: Heard) => heard.json as unknown as CaseAnswer;
  const open = async (said: Partial<OpenCase> = {}, by = li!) => answer(await by('POST', CASES, { ...complaint, ...said }));
  const list = async (query = '') => ((await byKey(server)('GET', `${CASES}${query}`)).json as unknown as CasesAnswer).cases;
  const step = (speak: Speaker, { id }: { id: string }, said: object) => speak('POST', `${CASES}/${id}/steps`, said);

  it('[E1] [E2] take a complaint from its coming to its close, each step by whom it is for, and after a restart too', async () => {
    const opened = await open();
    expect([opened.state, opened.owner, opened.openedBy, opened.next]).toEqual(['received', 'wang', 'li', ['assign', 'note', 'verify']]);
    expect(opened.replyDueAt! - opened.openedAt).toBeGreaterThan(5 * DAY);
    const steps: [by: Speaker, said: object, status: number, code: string][] = [
      [wang!, { step: 'verify', verdict: 'yes' }, 403, 'ownCase'],
      [li!, { step: 'note', text: '转办', owner: 'nobody' }, 422, 'owner'],
      [li!, { step: 'verify' }, 422, 'verdict'],
      [li!, { step: 'reply', text: '抱歉' }, 409, 'notNow'],
      [li!, { step: 'verify', verdict: 'yes', category: 'quality' }, 200, 'verified'],
      [li!, { step: 'rectify', text: '培训' }, 403, 'notOwner'],
      [wang!, { step: 'rectify', text: '重新培训' }, 200, 'rectified'],
      [wang!, { step: 'reply', text: '已致歉并整改', reference: '函〔2026〕7号' }, 200, 'replied'],
      [zhao!, { step: 'visit', verdict: 'yes', text: '满意' }, 200, 'visited'],
      [li!, { step: 'close' }, 200, 'closed'],
    ];
    for (const [by, said, status, code] of steps) {
      const heard = await step(by, opened, said);
      expect([heard.status, heard.json.code ?? answer(heard).state]).withContext(JSON.stringify(said)).toEqual([status, code]);
    }
    await server.restart();
    const closed = (await list('?status=all'))[0]!;
    expect([closed.state, closed.category, closed.verified, closed.satisfied, closed.dueAt, closed.deeds.map(({ by, step: did }) => `${by} ${did}`)])
      .toEqual(['closed', 'quality', true, true, null, ['li verify', 'wang rectify', 'wang reply', 'zhao visit', 'li close']]);
  });

  it('[E1] answer one of many who act in the same millisecond, and tell the others how the case stands', async () => {
    const opened = await open();
    const heard = await Promise.all([li!, zhao!, li!, zhao!].map((speak) => step(speak, opened, { step: 'verify', verdict: 'yes' })));
    expect(heard.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(heard.find(({ status }) => status === 409)!.json.detail).toContain(`case ${opened.id} is verified (属实) and wang's`);
    expect((await server.lines('a')).filter(({ event: { type } }) => type === 'case.stepped').length).toBe(1);
  });

  it('are found by kind, state, person, counter, time and words, those due first, first', async () => {
    await open({ title: '等候太久', staffId: 'P8', reference: '12345-77' });
    server.clock.pass(DAY);
    const operator = byKey(server);
    await open({ title: '材料要求不清', kind: 'request', counterId: '4' }, operator);
    await open({ kind: 'rectification', title: '三号窗口整改', due: new Date(server.clock.now() + DAY).toISOString() }, operator);
    const titles = async (query: string) => (await list(query)).map(({ title }) => title);
    expect(await titles('')).toEqual(['三号窗口整改', '等候太久', '材料要求不清']);
    expect(await titles('?kind=complaint')).toEqual(['等候太久']);
    expect(await titles('?q=12345')).toEqual(['等候太久']);
    expect(await titles('?staffId=P8')).toEqual(['等候太久']);
    expect(await titles('?counterId=4')).toEqual(['材料要求不清']);
    expect(await titles(`?from=${encodeURIComponent(new Date(server.clock.now()).toISOString())}`)).toEqual(['三号窗口整改', '材料要求不清']);
    expect(await titles('?status=closed')).toEqual([]);
    const { id } = (await list('?staffId=P8'))[0]!;
    await open({ title: '由它而起', parentId: id }, operator);
    expect(await titles(`?parentId=${id}`)).toEqual(['由它而起']);
    expect((await server.state('a')).rows.hall['a']!.cases).toEqual({ open: 4, unanswered: 2, changes: 4 });
  });

  it('refuse in words a clerk understands, and keep nothing of what they refused', async () => {
    const refused: [said: object, status: number, code: string, about: string][] = [
      [{ ...complaint, owner: 'nobody' }, 422, 'owner', 'these may: li'],
      [{ ...complaint, kind: 'praise' }, 422, 'kind', 'complaint'],
      [{ ...complaint, title: '' }, 422, 'title', ''],
      [{ ...complaint, due: '2027-01-01T00:00:00Z' }, 422, 'due', 'follows from the standard'],
      [{ ...complaint, kind: 'rectification' }, 422, 'due', 'is needed'],
      [{ ...complaint, kind: 'rectification', due: '2020-01-01T00:00:00Z' }, 422, 'due', 'after now'],
      [{ ...complaint, kind: 'returnVisit' }, 422, 'satisfied', 'is needed'],
      [{ ...complaint, at: '2030-01-01T00:00:00Z' }, 422, 'at', 'for what was'],
      [{ ...complaint, phone: '13800000000' }, 422, 'body', 'phone'],
      [{ ...complaint, parentId: 'none' }, 404, 'unknownCase', 'none'],
    ];
    for (const [said, status, field, about] of refused) {
      const { json } = await li!('POST', CASES, said);
      expect([json.status, json.field ?? json.code]).withContext(JSON.stringify(json)).toEqual([status, field]);
      expect(json.detail).toContain(about);
    }
    expect((await li!('GET', `${CASES}?kind=x`)).status).toBe(400);
    expect((await li!('GET', `${CASES}/none`)).json.code).toBe('unknownCase');
    expect(await list('?status=all')).toEqual([]);
  });

  it('are rated by the device that opened them, which takes no other step and rates no other case', async () => {
    const [pad, other] = await Promise.all(['pad', 'other'].map(async (name) => byKey(server, ((await byKey(server)('POST', '/api/v1/halls/a/keys', { role: 'device', name })).json as { key: string }).key)));
    const opened = answer(await pad!('POST', CASES, { kind: 'request', title: '材料代办', channel: 'web', owner: 'wang' }));
    for (const [by, name] of [[li!, 'receive'], [li!, 'dispatch'], [wang!, 'accept'], [wang!, 'deliver']] as const) await step(by, opened, { step: name, text: 'x' });
    const rate = { step: 'rate', scores: { level: 5 } };
    expect([(await step(other!, opened, rate)).status, (await step(pad!, opened, { step: 'close' })).status, (await step(pad!, opened, { ...rate, owner: 'li' })).status]).toEqual([403, 403, 403]);
    expect(answer(await step(pad!, opened, rate)).state).toBe('closed');
  });

  it('are opened by a device for an owner it names, read by readers, and nobody else\'s', async () => {
    const [device, reader, wall] = await Promise.all((['device', 'reader', 'wall'] as const).map(async (role) => byKey(server, (await server.makeKey('a', role)).key)));
    expect((await device!('POST', CASES, { ...complaint, owner: undefined })).json.field).toBe('owner');
    const opened = answer(await device!('POST', CASES, complaint));
    expect([opened.owner, opened.next]).toEqual(['wang', []]);
    expect([(await reader!('GET', CASES)).status, (await device!('GET', CASES)).status, (await wall!('GET', CASES)).status]).toEqual([200, 403, 403]);
    expect((await step(reader!, opened, { step: 'note', text: 'x' })).status).toBe(403);
    expect((await li!('GET', `/api/v1/halls/b/cases/${opened.id}`)).status).toBe(404);
  });
});
