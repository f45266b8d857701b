import type { DisclosureAnswer, PutRecord } from '../../shared/commands/records.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { Server } from '../server.spec-kit.js';

const guide: PutRecord = { title: '社保缴费', approvedBy: 'li', content: { kind: 'guide', serviceId: 'tax', basis: '社会保险法', materials: ['身份证'], steps: ['取号', '办理'], fees: '免费' } };
const notice: PutRecord = { title: '监督电话', approvedBy: 'li', content: { kind: 'notice', topic: 'channels', text: '12345' } };
const certificate: PutRecord = { title: '王五上岗证', approvedBy: 'li', content: { kind: 'certificate', staffId: 'P1', number: 'Z-1', issuer: '大厅' } };

describe('What a hall discloses', () => {
  let server: Server;
  let wang: Speaker;
  let nobody: Speaker;
  beforeEach(async () => {
    server = await Server.start();
    for (const [id, open] of [['a', true], ['shut', false]] as const) await server.makeHall(id, { public: open });
    wang = await newPerson(server, { username: 'wang', hallIds: null });
    await newPerson(server, { username: 'li', name: '李静', staffNumber: '0117', hallIds: null });
    nobody = byKey(server, null);
  });
  afterEach(() => server.end());

  const disclosure = async (hallId = 'a') => (await nobody('GET', `/api/v1/halls/${hallId}/disclosure`)).json as unknown as DisclosureAnswer;

  it('[V1] is its guides and notices in force, and no name', async () => {
    const later = new Date(server.clock.now() + 3_600_000).toISOString();
    await wang('PUT', '/api/v1/halls/a/records/guide-tax', guide);
    await wang('PUT', '/api/v1/halls/a/records/guide-tax', { ...guide, title: '社保缴费(新)', effectiveFrom: later });
    await wang('PUT', '/api/v1/halls/a/records/channels', notice);
    await wang('PUT', '/api/v1/halls/a/records/cert-P1', certificate);
    const { hall, guides, notices } = await disclosure();
    expect([hall.name, guides.map(({ title, service, version, approvedBy }) => [title, service, version, approvedBy]), notices.map(({ content }) => content.text)]).toEqual(['a', [['社保缴费', '税务', 1, '0117']], ['12345']]);
    expect(JSON.stringify(await disclosure())).not.toMatch(/wang|"li"|李静|P1/);
    await wang('POST', '/api/v1/halls/a/records/channels/withdraw', { reason: 'x' });
    expect((await disclosure()).notices).toEqual([]);
  });

  it('is read by anybody in a public hall, and elsewhere by whoever may see the wall', async () => {
    const keys = await Promise.all((['wall', 'reader', 'device'] as const).map(async (role) => byKey(server, (await server.makeKey('shut', role)).key)));
    const elsewhere = byKey(server, (await server.makeKey('a', 'wall')).key);
    const asked = async (speakers: Speaker[], hallId: string) => Promise.all(speakers.map(async (speaker) => (await speaker('GET', `/api/v1/halls/${hallId}/disclosure`)).status));
    expect(await asked([nobody, ...keys, elsewhere, wang], 'a')).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await asked([nobody, ...keys, elsewhere, wang], 'shut')).toEqual([401, 200, 200, 403, 403, 200]);
    expect(await asked([nobody, wang], 'none')).toEqual([401, 404]);
  });
});
