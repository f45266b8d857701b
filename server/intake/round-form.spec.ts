import type { CaseAnswer, CasesAnswer, StepCase } from '../../shared/commands/cases.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { Server, type Heard } from '../server.spec-kit.js';

const HALL = '/api/v1/halls/a';
const HOUR = 3_600_000;
const items = [{ id: 'floor', text: '地面清洁' }, { id: 'order', text: '秩序', points: true, group: '现场' }];
const plan = { title: '卫生清洁', approvedBy: 'li', content: { kind: 'roundPlan', items, days: ['mon', 'tue', 'wed', 'thu', 'fri'], at: '10:00', within: 'PT1H', owner: 'wang', counterId: 'A01' } };

describe('Rounds over HTTP', () => {
  let server: Server;
  let [wang, li] = [null, null] as unknown as Speaker[];
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', { counters: [{ id: 'A01', name: '一号窗口', serviceIds: [] }] });
    [wang, li] = await Promise.all(['wang', 'li'].map((username) => newPerson(server, { username })));
  });
  afterEach(() => server.end());

  const put = (said: object = plan) => wang!('PUT', `${HALL}/records/clean`, said);
  const answer = (heard: Heard) => heard.json as unknown as CaseAnswer;
  const rounds = async () => ((await li!('GET', `${HALL}/cases?kind=round&status=all`)).json as unknown as CasesAnswer).cases;
  async function pass(ms: number): Promise<void> {
    server.clock.pass(ms);
    await server.running.halls.get('a')!.judged();
  }

  it('[U1] open by themselves at the time of their plan, are its owner\'s, and are not opened twice', async () => {
    expect((await put()).status).toBe(201);
    await pass(HOUR / 2 - 1);
    expect(await rounds()).toEqual([]);
    await pass(1);
    const [round] = await rounds();
    expect(round).toEqual(jasmine.objectContaining({ title: '卫生清洁', channel: 'schedule', owner: 'wang', counterId: 'A01', openedBy: 'hallboard', plan: { id: 'clean', version: 1 }, dueAt: round!.openedAt + HOUR }));
    await server.restart();
    await pass(HOUR);
    expect((await rounds()).length).toBe(1);
  });

  it('[U2] fall to whoever answers for the hall once their owner has gone', async () => {
    expect((await put({ ...plan, content: { ...plan.content, owner: 'ghost' } })).json.field).toBe('owner');
    await put();
    await byKey(server)('DELETE', '/api/v1/people/wang');
    await pass(HOUR);
    expect((await rounds()).map(({ owner }) => owner)).toEqual(['li']);
  });

  it('[U3] are handed in whole, once, with a mark for every item of the version that opened them', async () => {
    await put();
    await pass(HOUR);
    await put({ ...plan, content: { ...plan.content, items: [...items, { id: 'new', text: '新' }] } });
    const { id } = (await rounds())[0]!;
    const submit = (said: Partial<StepCase>) => wang!('POST', `${HALL}/cases/${id}/steps`, { step: 'submit', ...said });
    const refused = await Promise.all([submit({}), submit({ scores: { floor: 50, order: 50 } }), submit({ scores: { floor: 0, order: 1, new: 1 } })]);
    expect(refused.map(({ json: { status, code, field } }) => [status, code, field])).toEqual([[422, 'form', 'scores'], [422, 'form', 'scores'], [422, 'form', 'scores']]);
    const taken = await Promise.all([1, 2].map(() => submit({ scores: { floor: 0, order: 90 }, remarks: { floor: '电话 13800138000 打翻' } })));
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { state, deeds } = answer(await li!('GET', `${HALL}/cases/${id}`));
    expect([state, deeds.length, deeds[0]!.scores]).toEqual(['closed', 1, { floor: 0, order: 90 }]);
    expect(deeds[0]!.remarks!['floor']).not.toContain('13800138000');
    const [head, row] = (await li!('GET', `${HALL}/cases.csv?kind=round&status=all`)).text.split('\r\n').map((text) => text.split(','));
    expect(['score', 'failedItems', 'late'].map((key) => row![head!.findIndex((name) => name.endsWith(` ${key}`))])).toEqual(['45', '1', '否 no']);
  });

  it('[A11] lose their remarks with the other texts that are erased', async () => {
    await put();
    await pass(HOUR);
    const { id } = (await rounds())[0]!;
    await wang!('POST', `${HALL}/cases/${id}/steps`, { step: 'submit', scores: { floor: 0, order: 90 }, remarks: { floor: '打翻' } });
    const seq = (await server.lines('a')).findLast(({ event }) => event.type === 'case.stepped')!.seq;
    expect((await byKey(server)('POST', `${HALL}/journal/${seq}/erase`, { reason: '更正' })).status).toBeLessThan(300);
    expect(answer(await li!('GET', `${HALL}/cases/${id}`)).deeds[0]!.remarks!['floor']).not.toContain('打翻');
    expect(await server.journal('a')).not.toContain('打翻');
  });
});
