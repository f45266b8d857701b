import type { PutRecord, RecordsAnswer } from '../../shared/commands/records.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { Server, type Heard } from '../server.spec-kit.js';

const RECORDS = '/api/v1/halls/a/records';
const HOUR = 3_600_000;
const guide: PutRecord = { title: '社保缴费', approvedBy: 'li', content: { kind: 'guide', serviceId: 'tax', basis: '社会保险法', materials: ['身份证'], steps: ['取号', '办理'], fees: '免费', workingDays: 3 } };

describe('The records of a hall over HTTP', () => {
  let server: Server;
  let [wang, li] = [null, null] as unknown as Speaker[];
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a');
    [wang, li] = await Promise.all(['wang', 'li'].map((username) => newPerson(server, { username })));
  });
  afterEach(() => server.end());

  const records = (heard: Heard) => (heard.json as unknown as RecordsAnswer).records;
  const instant = (ms: number) => new Date(server.clock.now() + ms).toISOString();
  const list = async (query = '') => records(await li!('GET', `${RECORDS}${query}`)).map(({ id, version }) => `${id} ${version}`);

  it('[V1] are kept in versions with effective date and approver, and are there after a restart', async () => {
    expect((await wang!('PUT', `${RECORDS}/guide-tax`, guide)).status).toBe(201);
    expect((await wang!('PUT', `${RECORDS}/guide-tax`, { ...guide, title: '社保缴费(新)', effectiveFrom: instant(HOUR) })).status).toBe(201);
    await wang!('PUT', `${RECORDS}/cert-p1`, { title: '王五上岗证', approvedBy: 'li', expires: instant(2 * HOUR), content: { kind: 'certificate', staffId: 'P1', number: 'Z-1', issuer: '大厅' } });
    expect(await list()).toEqual(['guide-tax 1', 'cert-p1 1']);
    expect(await list('?kind=guide')).toEqual(['guide-tax 1']);
    expect(await list(`?at=${encodeURIComponent(instant(3 * HOUR))}`)).toEqual(['guide-tax 2']);
    expect(await list('?versions=all')).toEqual(['guide-tax 1', 'guide-tax 2', 'cert-p1 1']);
    await server.restart();
    expect(records(await li!('GET', `${RECORDS}/guide-tax`)).map(({ version, approvedBy, putBy }) => [version, approvedBy, putBy])).toEqual([[1, 'li', 'wang'], [2, 'li', 'wang']]);
  });

  it('[V1] are withdrawn for a reason, with all versions to come', async () => {
    await wang!('PUT', `${RECORDS}/guide-tax`, guide);
    await wang!('PUT', `${RECORDS}/guide-tax`, { ...guide, effectiveFrom: instant(HOUR) });
    const withdrawn = await li!('POST', `${RECORDS}/guide-tax/withdraw`, { reason: '事项取消' });
    expect(records(withdrawn).map(({ withdrawnBy, reason }) => [withdrawnBy, reason])).toEqual([['li', '事项取消'], ['li', '事项取消']]);
    expect([await list(), (await li!('POST', `${RECORDS}/guide-tax/withdraw`, { reason: 'x' })).status]).toEqual([[], 404]);
  });

  it('refuse in words a clerk understands', async () => {
    await wang!('PUT', `${RECORDS}/guide-tax`, guide);
    const refused: [said: object, id: string, status: number, code: string][] = [
      [{ ...guide, approvedBy: 'wang' }, 'x', 422, 'approvedBy'],
      [{ ...guide, approvedBy: 'ghost' }, 'x', 422, 'approvedBy'],
      [{ ...guide, expires: instant(-HOUR) }, 'x', 422, 'expires'],
      [{ ...guide, effectiveFrom: instant(HOUR), expires: instant(HOUR) }, 'x', 422, 'expires'],
      [{ ...guide, content: { ...guide.content, kind: 'notice' } }, 'x', 422, 'content.topic'],
      [{ ...guide, content: { kind: 'notice', topic: 'fees', text: '免费' } }, 'guide-tax', 409, 'otherKind'],
      [guide, 'no spaces', 422, 'recordId'],
    ];
    for (const [said, id, status, code] of refused) {
      const { json } = await wang!('PUT', `${RECORDS}/${encodeURIComponent(id)}`, said);
      expect([json.status, json.field ?? json.code]).withContext(JSON.stringify(json)).toEqual([status, code]);
    }
    expect(await list()).toEqual(['guide-tax 1']);
    expect((await li!('GET', `${RECORDS}?kind=x`)).status).toBe(400);
    expect((await li!('GET', `${RECORDS}?versions=1`)).status).toBe(400);
    expect((await li!('GET', `${RECORDS}/none`)).json.code).toBe('unknownRecord');
  });

  it('are read by readers and put by people alone', async () => {
    const [reader, wall] = await Promise.all((['reader', 'wall'] as const).map(async (role) => byKey(server, (await server.makeKey('a', role)).key)));
    expect([(await reader!('GET', RECORDS)).status, (await reader!('PUT', `${RECORDS}/x`, guide)).status, (await wall!('GET', RECORDS)).status]).toEqual([200, 403, 403]);
  });
});
