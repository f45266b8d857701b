import { strFromU8, unzipSync } from 'fflate';
import type { AppraisalAnswer, AppraisalsAnswer } from '../../shared/commands/appraisals.js';
import type { CaseAnswer } from '../../shared/commands/cases.js';
import type { ColleaguesAnswer } from '../../shared/commands/people.js';
import type { RecordsAnswer } from '../../shared/commands/records.js';
import { formatInstant } from '../../shared/instant.js';
import { byKey, logIn, newPerson, type Speaker } from '../people.spec-kit.js';
import { event, issued, Server } from '../server.spec-kit.js';

const A = '/api/v1/halls/a';
const DAY = 24 * 3_600_000;
const content = {
  kind: 'appraisalPlan', of: 'staff', figures: [{ id: 'served', weight: 40, figure: 'tickets.served', floor: 0, target: 2 }],
  forms: [{ id: 'self', weight: 20, days: 3, questions: [{ id: 'terms', text: '业务用语' }] }, { id: 'public', weight: 40, days: 5, questions: [{ id: 'content', text: '满意' }] }],
};

describe('Appraisals over HTTP', () => {
  let server: Server;
  let [wang, li, zhang] = [null, null, null] as unknown as Speaker[];
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', { counters: [{ id: 'c1', name: '1 号', serviceIds: ['tax'] }] });
    [wang, li, zhang] = await Promise.all(([['wang', 'P7'], ['li'], ['zhang']] as [string, string?][]).map(([username, staffNumber]) => newPerson(server, { username, ...(staffNumber ? { staffNumber } : {}) })));
    expect((await wang!('PUT', `${A}/records/staff-plan`, { title: '月度考核', content, approvedBy: 'li' })).status).toBe(201);
  });
  afterEach(() => server.end());

  const post = async (who: Speaker, path: string, body: object) => (await who('POST', `${A}/${path}`, body)).json as unknown as AppraisalAnswer & { code: string; field: string; detail: string };
  const open = (said: object = {}, who = li!) => post(who, 'appraisals', { planId: 'staff-plan', month: '2026-11', subjects: ['P7'], ...said });
  const month = async (query = '') => (await li!('GET', `${A}/appraisals/staff-plan/2026-11${query}`)).json as unknown as AppraisalAnswer;
  const submit = (who: Speaker, caseId: string, said: object) => who('POST', `${A}/cases/${caseId}/steps`, { step: 'submit', ...said });
  const files = (name: string) => fetch(`${server.url}${A}/appraisals/staff-plan/2026-11/${name}`, { headers: { authorization: `Bearer ${server.operatorKey}` } });

  async function serve(ticketId: string): Promise<void> {
    const at = { ticketId, counterId: 'c1', staffId: 'P7' };
    const time = formatInstant(server.clock.now());
    await server.post('a', [issued(ticketId), event('service.started', at), event('service.ended', { ...at, outcome: 'completed' })].map((one) => ({ ...one, time })));
  }

  it('[M2] [M5] opens a form of each owner once, the self-appraisal to the person, and takes every score of it', async () => {
    const opened = await open();
    expect([opened.expected, opened.done, opened.forms.map(({ form, owner }) => `${form} ${owner}`)]).toEqual([2, 0, ['self wang', 'public li']]);
    expect((await open()).expected).toBe(2);
    expect((await open({ owners: { public: ['zhang'] } })).expected).toBe(3);
    const [self, paper] = opened.forms.map(({ caseId }) => caseId) as [string, string];
    const told = (await wang!('GET', `${A}/cases/${self}`)).json as unknown as CaseAnswer;
    expect([told.kind, told.staffId, told.appraisal, told.next.includes('submit')]).toEqual(['appraisal', 'P7', { planId: 'staff-plan', version: 1, month: '2026-11', form: 'self' }, true]);
    const refusals = await Promise.all([submit(wang!, self, {}), submit(wang!, self, { scores: { terms: 5, other: 5 } }), submit(li!, self, { scores: { terms: 5 } }), submit(li!, paper, { scores: { content: 80 } })]);
    expect(refusals.map(({ json: { code } }) => code)).toEqual(['scores', 'scores', 'notOwner', 'ballots']);
    expect((await submit(wang!, self, { scores: { terms: 60 } })).status).toBe(200);
    expect((await submit(wang!, self, { scores: { terms: 90 } })).status).toBe(200);
    expect((await submit(li!, paper, { scores: { content: 80 }, ballots: 25 })).status).toBe(200);
    const { cards: [card], done } = await month();
    expect([done, card!.lines.map(({ id, value, n }) => `${id} ${value} ${n}`)]).toEqual([2, ['served null 0', 'self 90 1', 'public 80 25']]);
  });

  it('[M5] asks window staff who only look on for their own forms, and takes nothing else of them', async () => {
    const chen = await newPerson(server, { username: 'chen', role: 'reader', staffNumber: 'P8' });
    const all = async (query: string) => (await li!('GET', `${A}/people${query}`)).json as unknown as ColleaguesAnswer;
    expect([(await all('')).people, (await all('?who=all')).people].map((people) => people.map(({ username }) => username))).toEqual([['li', 'wang', 'zhang'], ['chen', 'li', 'wang', 'zhang']]);
    expect((await li!('GET', `${A}/people?who=any`)).json.code).toBe('who');
    const { forms } = await open({ subjects: ['P8'], owners: { public: ['chen', 'li'] } });
    expect(forms.map(({ form, owner }) => `${form} ${owner}`)).toEqual(['self chen', 'public li']);
    const [own, paper] = forms.map(({ caseId }) => caseId) as [string, string];
    const told = async (caseId: string) => ((await chen('GET', `${A}/cases/${caseId}`)).json as unknown as CaseAnswer).next;
    expect([await told(own), await told(paper)]).toEqual([['submit'], []]);
    const scores = { scores: { terms: 90 } };
    const key = byKey(server, (await server.makeKey('a', 'reader', 'chen')).key);
    const refused = [await submit(key, own, scores), await submit(chen, own, { ...scores, owner: 'chen' }), await submit(chen, paper, { scores: { content: 1 }, ballots: 1 }), await chen('POST', `${A}/cases/${own}/steps`, { step: 'assign', owner: 'li' })];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await submit(chen, own, scores)).status).toBe(200);
    expect((await month()).cards[0]!.lines.map(({ id, value }) => `${id} ${value}`)).toContain('self 90');
  });

  it('[M6] freezes a month that is over, by whoever took no part; what comes later is another revision that says why', async () => {
    await serve('t1');
    const { forms } = await open();
    await submit(wang!, forms[0]!.caseId, { scores: { terms: 100 } });
    const freeze = (who: Speaker, said: object = {}) => post(who, 'appraisals/staff-plan/2026-11/freeze', said);
    expect((await freeze(zhang!)).code).toBe('monthRuns');
    server.clock.pass(9 * DAY);
    [wang, li, zhang] = await Promise.all(['wang', 'li', 'zhang'].map((username) => logIn(server, username)));
    for (let tries = 0; tries < 50 && (await month()).cards[0]!.days === 0; tries++) {
      server.clock.pass(10_000);
      await new Promise((fulfil) => setTimeout(fulfil, 100));
    }
    expect((await freeze(li!)).code).toBe('ownAppraisal');
    expect((await freeze(wang!)).code).toBe('ownAppraisal');
    const hasty = await freeze(zhang!);
    expect([hasty.field, hasty.detail]).toEqual(['reason', 'reason: 1 of 2 forms are missing, so say why.']);
    const frozen = await freeze(zhang!, { reason: '无人评议' });
    expect([frozen.shown, frozen.cards[0]!.total, frozen.cards[0]!.known, frozen.cards[0]!.n]).toEqual([1, (40 * 50 + 20 * 100) / 60, 60, 1]);
    await submit(li!, forms[1]!.caseId, { scores: { content: 0 }, ballots: 5 });
    expect([(await month()).cards[0]!.known, (await month('?revision=1')).cards]).toEqual([100, frozen.cards]);
    expect((await freeze(zhang!)).field).toBe('reason');
    await freeze(zhang!, { reason: '补录评议' });
    await server.restart();
    expect([(await month('?revision=1')).cards, (await month('?revision=2')).cards[0]!.known]).toEqual([frozen.cards, 100]);
    expect((await month('?revision=3') as unknown as { code: string }).code).toBe('unknownRevision');
    const { json } = await li!('PUT', `${A}/records/${frozen.noticeId}`, { title: '11 月考核结果', content: { kind: 'notice', topic: 'appraisal', text: 'P7 66.7' }, approvedBy: 'zhang' });
    expect((json as unknown as RecordsAnswer['records'][number]).version).toBe(1);
    const [entry] = ((await li!('GET', `${A}/appraisals`)).json as unknown as AppraisalsAnswer).appraisals;
    expect([entry!.frozen.map(({ revision, by, reason }) => `${revision} ${by} ${reason}`), entry!.publishedAt! > entry!.endsAt]).toEqual([['1 zhang 无人评议', '2 zhang 补录评议'], true]);
  });

  it('gives the cards as files', async () => {
    await open();
    const text = await (await files('cards.csv')).text();
    expect(text.split('\r\n')[0]).toBe('月份 month,版本 revision,编号 id,名称 name,办理数 n,天数 days,总分 total,已知权重 known,名次 rank,年度查实 conduct,查实投诉 complaints,办结 points.served,自评 points.self,民主评议 points.public');
    expect(text.split('\r\n')[1]).toBe('2026-11,,P7,P7,0,0,,0,,0,0,,,');
    const book = unzipSync(Buffer.from(await (await files('cards.xlsx')).arrayBuffer()));
    expect(strFromU8(book['xl/workbook.xml']!)).toContain('依据 Evidence');
  });

  it('refuses what is no plan, whom it does not know, and weights that are not a hundred', async () => {
    expect((await open({ planId: 'none' })).code).toBe('planId');
    expect((await open({ owners: { public: ['nobody'] } })).field).toBe('owners.public');
    expect((await post(li!, 'appraisals', { planId: 'staff-plan', month: '2026-11' })).field).toBe('subjects');
    const heavy = await wang!('PUT', `${A}/records/heavy`, { title: '1', content: { ...content, figures: [] }, approvedBy: 'li' });
    expect([heavy.status, heavy.json.detail]).toEqual([422, 'The body was refused: content.forms: weights of figures and forms must add up to 100, and come to 60.']);
    expect((await li!('GET', `${A}/appraisals/staff-plan/2020-01`)).json.code).toBe('unknownAppraisal');
    const device = byKey(server, (await server.makeKey('a', 'device')).key);
    expect((await device('GET', `${A}/appraisals`)).status).toBe(403);
  });
});

