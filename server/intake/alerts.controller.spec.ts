import type { AlertEntry, AlertStory } from '../../shared/commands/alert.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { event, issued, Server, START, type Heard } from '../server.spec-kit.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALERTS = '/api/v1/halls/a/alerts';
const clauses = [{ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT10M', escalateAfter: 'PT5M', during: 'always', source: 'local' }];

describe('The alerts of a hall over HTTP', () => {
  let server: Server;
  let operator: Speaker;
  beforeEach(async () => {
    server = await Server.start();
    operator = byKey(server);
    await server.makeHall('a');
    await server.makeHall('b');
    await operator('PUT', '/api/v1/halls/a/standard', { name: 'a', source: 'local', clauses });
  });
  afterEach(() => server.end());

  const now = () => ({ time: new Date(server.clock.now()).toISOString() });
  const live = () => server.running.halls.get('a')!;
  async function settle(): Promise<void> {
    live().publish();
    await live().judged();
  }
  async function pass(ms: number): Promise<void> {
    server.clock.pass(ms);
    await settle();
  }
  const list = async (query = ''): Promise<AlertEntry[]> => ((await operator('GET', `${ALERTS}${query}`)).json as unknown as { alerts: AlertEntry[] }).alerts;
  const entry = (heard: Heard) => heard.json as unknown as AlertEntry;
  /** Tickets that waited ten minutes, and the alerts that were raised at that. */
  async function broken(...ticketIds: string[]): Promise<AlertEntry[]> {
    await server.post('a', ticketIds.map((ticketId) => issued(ticketId, now())));
    await pass(10 * MINUTE);
    return list();
  }
  const instant = (ms: number) => new Date(server.clock.now() + ms).toISOString();

  it('[A7] give one owner and honest refusals when many acknowledge in the same millisecond', async () => {
    const alerts = await broken('t1', 't2', 't3');
    const people = await Promise.all(['li', 'wang', 'zhao', 'sun'].map((username) => newPerson(server, { username })));
    for (const { id } of alerts) {
      const heard = await Promise.all(people.flatMap((speak) => [speak('POST', `${ALERTS}/${id}/acknowledge`), speak('POST', `${ALERTS}/${id}/acknowledge`)]));
      const taken = heard.filter(({ status }) => status === 200);
      expect(taken.length).toBe(1);
      const { acknowledgedBy, acknowledgedAt } = entry(taken[0]!);
      expect(acknowledgedAt).toBe(server.clock.now());
      for (const { json } of heard.filter((one) => one !== taken[0])) {
        expect([json.status, json.code]).toEqual([409, 'alreadyAcknowledged']);
        expect(json.detail).toContain(`${acknowledgedBy} acknowledged alert ${id} first, at ${new Date(acknowledgedAt!).toISOString()}`);
      }
      expect((await server.state('a')).rows.alerts[id]!.acknowledgedBy).toBe(acknowledgedBy);
    }
    expect((await server.lines('a')).filter(({ event: { type } }) => type === 'alert.acknowledged').length).toBe(3);
  });

  it('[A7] are acknowledged, assigned, remarked on and resolved, each answered with the alert as it then is, also after a restart', async () => {
    const [{ id }] = await broken('t1') as [AlertEntry];
    const li = await newPerson(server, { username: 'li', staffNumber: 'S007' });
    await newPerson(server, { username: 'wang', hallIds: ['a'] });
    expect(entry(await li('POST', `${ALERTS}/${id}/acknowledge`)).acknowledgedBy).toBe('li');
    expect(entry(await li('POST', `${ALERTS}/${id}/assign`, { to: 'wang' })).assignedTo).toBe('wang');
    expect(entry(await li('POST', `${ALERTS}/${id}/comment`, { text: 'opened 4' })).notes.map(({ text }) => text)).toEqual(['opened 4']);
    expect(entry(await li('POST', `${ALERTS}/${id}/resolve`, { reason: 'rush' })).resolvedBy).toBe('li');
    const again = await li('POST', `${ALERTS}/${id}/resolve`, { reason: 'rush' });
    expect([again.status, again.json.code]).toEqual([409, 'alreadyResolved']);
    await server.restart();
    const [kept] = await list('?status=all');
    expect([kept!.acknowledgedBy, kept!.assignedTo, kept!.resolvedBy, kept!.notes.length]).toEqual(['li', 'wang', 'li', 2]);
    expect(await list()).toEqual([]);
  });

  it('refuse in words what cannot be', async () => {
    const [{ id }] = await broken('t1') as [AlertEntry];
    const li = await newPerson(server, { username: 'li', hallIds: ['a'] });
    await newPerson(server, { username: 'far', hallIds: ['b'] });
    const reader = await newPerson(server, { username: 'reader', role: 'reader' });
    const table: [speaker: Speaker, path: string, body: object | undefined, status: number, words: string][] = [
      [li, `${ALERTS}/nope/acknowledge`, undefined, 404, 'knows no alert "nope"'],
      [li, `/api/v1/halls/b/alerts/${id}/acknowledge`, undefined, 403, 'only in hall a'],
      [operator, `/api/v1/halls/b/alerts/${id}/acknowledge`, undefined, 404, 'Hall b knows no alert'],
      [reader, `${ALERTS}/${id}/acknowledge`, undefined, 403, 'supervisor or admin'],
      [byKey(server, null), `${ALERTS}/${id}/acknowledge`, undefined, 401, 'alerts.act'],
      [li, `${ALERTS}/${id}/assign`, { to: 'far' }, 422, 'these may: li'],
      [li, `${ALERTS}/${id}/assign`, { to: 'nobody' }, 422, '"nobody" may not act'],
      [li, `${ALERTS}/${id}/comment`, { text: '  ' }, 422, 'text'],
      [li, `${ALERTS}/${id}/comment`, { text: 'x'.repeat(2001) }, 422, 'text'],
      [li, `${ALERTS}/${id}/resolve`, {}, 422, 'reason'],
      [li, `${ALERTS}/${id}/silence`, { until: instant(0), reason: 'x' }, 422, 'after now'],
      [li, `${ALERTS}/${id}/silence`, { until: instant(24 * HOUR + 1), reason: 'x' }, 422, 'at most 24 hours'],
      [li, '/api/v1/halls/a/silences', { from: instant(HOUR), until: instant(HOUR), reason: 'x' }, 422, 'ends after it begins'],
      [li, '/api/v1/halls/a/silences', { reason: 'x' }, 422, 'until'],
      [reader, '/api/v1/halls/a/silences', { until: instant(HOUR), reason: 'x' }, 403, 'silences.put'],
    ];
    for (const [speak, path, body, status, words] of table) {
      const heard = await speak('POST', path, body);
      expect([heard.status, heard.json.detail]).withContext(path).toEqual([status, jasmine.stringContaining(words)]);
    }
    expect((await list())[0]!.notes).toEqual([]);
    for (const [query, words] of [['status=some', 'open or all'], ['status=all&from=yesterday', 'from=yesterday'], [`from=${instant(0)}&to=${instant(-1)}`, 'before to'], [`from=${instant(-40 * 24 * HOUR)}`, '31 days']]) {
      const heard = await operator('GET', `${ALERTS}?${query}`);
      expect([heard.status, heard.json.detail]).toEqual([400, jasmine.stringContaining(words!)]);
    }
    expect((await li('DELETE', '/api/v1/halls/a/silences/nope')).status).toBe(404);
  });

  it('[A8] are silenced one by one and by planned pauses, which are listed, end, and can be lifted', async () => {
    const [{ id }] = await broken('t1') as [AlertEntry];
    const until = server.clock.now() + 20 * MINUTE;
    expect(entry(await operator('POST', `${ALERTS}/${id}/silence`, { until: instant(20 * MINUTE), reason: 'known' })).silencedUntil).toBe(until);
    const pause = await operator('POST', '/api/v1/halls/a/silences', { serviceIds: ['tax'], from: instant(HOUR), until: instant(2 * HOUR), reason: 'training' });
    expect(pause.status).toBe(201);
    const silences = async () => ((await operator('GET', '/api/v1/halls/a/silences')).json as unknown as { silences: { reason: string; author: string }[] }).silences.map(({ reason, author }) => `${reason} ${author}`);
    expect(await silences()).toEqual(['known operator', 'training operator']);
    await pass(20 * MINUTE);
    expect([await silences(), (await list())[0]!.silencedUntil]).toEqual([['training operator'], null]);
    expect((await operator('DELETE', `/api/v1/halls/a/silences/${pause.json.id}`)).status).toBe(204);
    expect([await silences(), (await operator('DELETE', `/api/v1/halls/a/silences/${pause.json.id}`)).status]).toEqual([[], 404]);
  });

  it('[A9] go on at their very instants with no event, once each, also when the server was down then', async () => {
    await broken('t1');
    const raisedAt = server.clock.now();
    const told = async () => (await server.lines('a')).filter(({ event: { type } }) => type === 'alert.escalated').map(({ event: { data } }) => ((data as { at: number }).at - raisedAt) / MINUTE);
    await pass(5 * MINUTE - 1);
    expect(await told()).toEqual([]);
    await pass(1);
    await pass(5 * MINUTE);
    expect(await told()).toEqual([5, 10]);
    await server.close();
    server.clock.set(raisedAt + 22 * MINUTE);
    for (let starts = 0; starts < 2; starts++) {
      await server.restart();
      await settle();
      expect(await told()).toEqual([5, 10, 20]);
    }
    const [alert] = await list();
    expect([alert!.escalations, alert!.escalatedAt]).toEqual([3, raisedAt + 20 * MINUTE]);
  });

  it('are told of past days from the journal, newest first, with their end', async () => {
    await broken('t1', 't2');
    await server.post('a', [event('ticket.called', { ticketId: 't1', counterId: 'c1' }, now())]);
    await pass(MINUTE);
    const before = await list('?status=all');
    expect(before.map(({ label, resolvedAt }) => [label, resolvedAt === null]).sort()).toEqual([['T1', false], ['T2', true]]);
    await server.post('a', [event('ticket.abandoned', { ticketId: 't2' }, now())]);
    await pass(MINUTE);
    const that = `from=${new Date(START - HOUR).toISOString()}&to=${new Date(START + HOUR).toISOString()}`;
    for (let days = 0; days < 5; days++) await pass(24 * HOUR);
    await server.post('a', [issued('t9', now())]);
    await pass(10 * MINUTE);
    expect((await list('?status=all')).map(({ label }) => label)).toEqual(['T9']);
    const past = await list(`?status=all&${that}`);
    expect(past.map(({ label, resolvedAt }) => [label, resolvedAt !== null]).sort()).toEqual([['T1', true], ['T2', true]]);
    expect((await list(`?${that}`)).length).toBe(0);
  });

  it('tell the story of one: deeds, and what its subject did, and nothing of others', async () => {
    const [alert] = (await broken('t1', 't2')).filter(({ label }) => label === 'T1');
    await operator('POST', `${ALERTS}/${alert!.id}/acknowledge`);
    await operator('POST', `${ALERTS}/${alert!.id}/silence`, { until: instant(HOUR), reason: 'known' });
    await operator('POST', `${ALERTS}/${alert!.id}/comment`, { text: 'opened 4' });
    await pass(MINUTE);
    await server.post('a', [event('ticket.called', { ticketId: 't1', counterId: 'c1' }, now()), event('ticket.abandoned', { ticketId: 't2' }, now())]);
    await settle();
    const tell = async () => (await operator('GET', `${ALERTS}/${alert!.id}/story`)).json as unknown as AlertStory;
    for (const days of [0, 9]) {
      await pass(days * 24 * HOUR);
      const { deeds, events, alert: told } = await tell();
      expect(deeds.map(({ deed, by, text }) => [deed, by, text])).toEqual([['raised', null, null], ['acknowledged', 'operator', null], ['silenced', 'operator', 'known'], ['commented', 'operator', 'opened 4'], ['resolved', null, null]]);
      expect(events.map(({ type, at }) => [type, (at - START) / MINUTE])).toEqual([['ticket.issued', 0], ['ticket.called', 11]]);
      expect([told.label, told.acknowledgedBy, told.notes.length, told.resolvedAt]).toEqual(['T1', 'operator', 1, START + 11 * MINUTE]);
    }
    expect((await operator('GET', `${ALERTS}/nope/story`)).status).toBe(404);
  });

  it('[A10] show a wall staff numbers in place of names, and no remarks', async () => {
    const alerts = await broken('t1', 't2');
    const [wall, reader] = [(await server.makeKey('a', 'wall')).key, (await server.makeKey('a', 'reader')).key];
    const people = [await newPerson(server, { username: 'limin', staffNumber: 'S007' }), await newPerson(server, { username: 'wangwu' })];
    for (const [index, { id }] of alerts.entries()) {
      await people[index]!('POST', `${ALERTS}/${id}/acknowledge`);
      await people[index]!('POST', `${ALERTS}/${id}/assign`, { to: 'limin' });
      await people[index]!('POST', `${ALERTS}/${id}/resolve`, { reason: 'by wangwu' });
    }
    const shown = Object.values((await server.state('a', wall)).rows.alerts).map(({ acknowledgedBy, assignedTo, resolvedBy, notes }) => [acknowledgedBy, assignedTo, resolvedBy, notes.length]);
    expect(shown.sort()).toEqual([['S007', 'S007', 'S007', 0], ['·', 'S007', '·', 0]]);
    expect(JSON.stringify((await server.state('a', wall)).rows)).not.toMatch(/limin|wangwu/);
    expect(JSON.stringify((await server.state('a', reader)).rows.alerts)).toContain('limin');
    expect((await byKey(server, wall)('GET', ALERTS)).status).toBe(403);
  });

  it('are nobody’s to invent: events from /hallboard are refused by name', async () => {
    const answer = await server.post('a', [issued('t1', { source: '/hallboard' })]);
    expect([answer.accepted, answer.problems[0]!.code]).toEqual([0, 'ownSource']);
    expect(answer.problems[0]!.message).toContain('/kiosk/3');
  });
});
