import { hashRows } from '../../shared/messages/hash.js';
import { firstBroken } from '../journal/chain.js';
import { linksOf } from '../journal/journal.spec-kit.js';
import { BATCH, event, issued, LINES, ONE, Server, type Heard, type Posted } from '../server.spec-kit.js';

describe('POST /api/v1/halls/{hallId}/events', () => {
  let server: Server;
  let key: string;
  beforeAll(async () => {
    server = await Server.start();
    await server.makeHall('a');
    await server.makeHall('b');
    key = (await server.makeKey('a', 'device')).key;
  });
  afterAll(() => server.end());

  const send = (body: string | Buffer, type = BATCH) => server.send('a', { key, type, body });

  describe('takes', () => {
    it('one event, an array and lines, each in its media type, and any of the first two as plain JSON', async () => {
      const text = () => JSON.stringify(issued('t1'));
      const bodies: [string, string, number][] = [
        [ONE, text(), 1],
        [BATCH, `[${text()},${text()}]`, 2],
        [LINES, `${text()}\n${text()}\n`, 2],
        ['application/json', text(), 1],
        ['application/json', `[${text()}]`, 1],
        ['Application/CloudEvents-Batch+JSON; charset=utf-8', `[${text()}]`, 1],
        [BATCH, '[]', 0],
      ];
      for (const [type, body, accepted] of bodies) {
        const { status, json } = await send(body, type);
        expect([status, json.accepted, json.duplicates, json.rejected]).withContext(type).toEqual([200, accepted, 0, 0]);
      }
    });

    it('an array however it is spaced, and stores it without the space', async () => {
      const [one, two, three] = [issued('s1'), issued('s2'), event('hall.opened', { note: 'a } , { b', nested: [{}, {}] })];
      for (const text of [
        `[ ${JSON.stringify(one)} , ${JSON.stringify(two)}\n,\t${JSON.stringify(three)} ]`,
        JSON.stringify([one, two, three], null, 2),
        ` \r\n[${JSON.stringify(one)},${JSON.stringify(two)},${JSON.stringify(three)}]\n`,
        `\ufeff[${JSON.stringify(one)},${JSON.stringify(two)},${JSON.stringify(three)}]`,
      ]) {
        const { json } = await send(text);
        expect(json.accepted + json.duplicates).withContext(text.slice(0, 20)).toBe(3);
      }
      const four = issued('s4');
      expect((await send(JSON.stringify(four, null, 2).replaceAll('\n', '\r\n'), ONE)).json.accepted).toBe(1);
      expect((await server.lines('a')).at(-1)!.event).withContext('spaced over lines').toEqual(four);
      const stored = (await server.lines('a')).filter(({ event: { id } }) => [one.id, two.id, three.id].includes(id));
      expect(stored.map((line) => line.event)).toEqual([one, two, three]);
    });

    it('[W3] half a character, and shows it as one that nobody can read', async () => {
      const half = { ...issued('half'), data: { ticketId: 'half', number: 'A\ud83d', serviceId: 'tax', customerClass: '\ude00' } };
      expect((await send(JSON.stringify([half, event('queue.observed', { serviceId: 'wed', waiting: 1, lastNumber: '\ud83d' })]))).json.accepted).toBe(2);
      const { rows } = await server.state('a');
      expect([rows.tickets['half']!.number, rows.tickets['half']!.customerClass, rows.services['wed']!.lastNumber]).toEqual(['A\ufffd', '\ufffd', '\ufffd']);
      expect(hashRows(rows)).toMatch(/^[0-9a-f]{64}$/);
    });

    it('what it knows as duplicates, another body of a known id as a conflict, and says which, in the order of the post', async () => {
      const [known, fresh] = [issued('d1'), issued('d2')];
      await server.post('a', [known]);
      const other: Posted = { ...known, data: { ticketId: 'd1', number: 'X', serviceId: 'tax' } };
      const bad = { ...issued('d3'), data: {} };
      const { json } = await send(JSON.stringify([bad, known, other, fresh, 'no event', fresh]));
      expect([json.accepted, json.duplicates, json.rejected]).toEqual([1, 2, 3]);
      expect(json.problems.map(({ index, id, code }) => [index, id, code]).sort()).toEqual([
        [0, bad.id, 'invalid'],
        [2, known.id, 'conflict'],
        [4, undefined, 'notAnEvent'],
      ]);
      expect(json.lastSeq).toBe((await server.lines('a')).at(-1)!.seq);
    });

    it('times of any year and none, and flags what it does not believe', async () => {
      const times = ['1999-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '2099-12-31T23:59:60+14:00', '9999-12-31T23:59:59Z', undefined];
      const events = times.map((time, index) => issued(`y${index}`, { time }));
      expect((await server.post('a', events)).accepted).toBe(6);
      const quality = (await server.lines('a')).slice(-6).map((line) => line.quality);
      expect(quality).toEqual([['late'], ['noTime'], jasmine.anything(), ['early'], ['early'], ['noTime']]);
      const at = '?at=2026-11-23T01:31:00Z';
      for (const path of ['/state', `/state${at}`]) {
        const { status, json } = await server.say(`/api/v1/halls/a${path}`);
        expect(status).withContext(path).toBe(200);
        expect(events.every(({ data }) => (data as { ticketId: string }).ticketId in json.rows.tickets)).withContext(path).toBeTrue();
      }
    });

    it('ids that mean something to the language as any other id', async () => {
      const ids = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', '__defineGetter__', '__lookupSetter__'];
      const events = ids.flatMap((id) => [
        issued(id, { id, source: id }),
        event('counter.opened', { counterId: id, staffId: id }),
        event('ticket.called', { ticketId: id, counterId: id, staffId: id }),
      ]);
      expect((await server.post('a', events)).accepted).toBe(events.length);
      const { rows } = await server.state('a');
      for (const id of ids) {
        expect([rows.tickets[id]?.number, rows.counters[id]?.ticketId, rows.sources[id]?.kind]).withContext(id).toEqual([id.toUpperCase(), id, 'feed']);
      }
    });

    it('bytes that are no UTF-8 as what they read as, and the chain still holds', async () => {
      const text = JSON.stringify([event('hall.opened', { note: 'bad: X' })]);
      const { json } = await send(Buffer.from(text.replace('X', '\xff'), 'latin1'));
      expect(json.accepted).toBe(1);
      expect((await server.lines('a')).at(-1)!.event['data']).toEqual({ note: 'bad: \ufffd' });
      expect(firstBroken(linksOf(await server.journal('a')))).toBeNull();
      expect((await server.post('a', [issued('u1')])).accepted).toBe(1);
    });

    it('and shows it: the state right after the answer holds what was posted', async () => {
      for (let number = 0; number < 200; number++) {
        await server.post('a', [issued(`now${number}`)]);
        expect((await server.state('a')).rows.tickets[`now${number}`]?.state).toBe('waiting');
      }
    });
  });

  describe('refuses', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const refusal = ({ status, headers, json }: Heard) => [status, headers['content-type'], json.status, json.code, json.detail];
    const problem = (status: number, code: string, detail: RegExp | string) =>
      [status, jasmine.stringContaining('application/problem+json'), status, code, jasmine.stringMatching(detail)];

    it('a body that is no JSON, too large, empty, packed or of another type, as a whole and in words', async () => {
      const big = Buffer.alloc(10 * 1024 * 1024, ' ');
      expect(refusal(await send('{"specversion":', ONE))).toEqual(problem(400, 'notJson', 'The body is not JSON'));
      expect(refusal(await send('nonsense', 'application/json'))).toEqual(problem(400, 'notJson', 'The body is not JSON'));
      expect(refusal(await send(''))).toEqual(problem(400, 'empty', 'post one CloudEvent'));
      expect(refusal(await send(big))).toEqual(problem(413, 'tooLarge', 'at most 8 MB of events at once'));
      expect(refusal(await server.send('a', { key, body: [big.subarray(0, 1e6), big] }))).toEqual(problem(413, 'tooLarge', 'at most 8 MB'));
      expect(refusal(await send(`[${'0,'.repeat(2_000_000)}0]`))).toEqual(problem(413, 'tooMany', 'Too many events .* at most 100000'));
      expect(refusal(await send('{}', 'text/plain'))).toEqual(problem(415, 'mediaType', 'known are application/cloudevents'));
      expect(refusal(await server.send('a', { key, type: ONE, body: '{}', headers: { 'content-encoding': 'gzip' } }))).toEqual(problem(415, 'contentEncoding', 'unpacked'));
      expect(refusal(await send('[]', ONE))).toEqual(problem(400, 'mediaType', 'cloudevents-batch'));
      expect(refusal(await send('{}', BATCH))).toEqual(problem(400, 'mediaType', 'cloudevents\\+json takes one'));
    });

    it('who may not post: no key, a wrong one, a wall\'s, another hall\'s, a revoked one; and a hall that is not there', async () => {
      const [wall, other, revoked] = [await server.makeKey('a', 'wall'), await server.makeKey('b', 'device'), await server.makeKey('a', 'device')];
      const post = (who: string | null, hallId = 'a') => server.send(hallId, { key: who, body: JSON.stringify([issued('r1')]) });
      expect((await post(revoked.key)).status).toBe(200);
      await server.revoke('a', revoked.id);
      for (const who of [null, 'wrong', '', `${key}x`, revoked.key]) expect((await post(who)).status).withContext(String(who)).toBe(401);
      for (const who of [wall.key, other.key]) expect(refusal(await post(who))).toEqual(problem(403, 'notAllowed', 'events.post in hall a was refused'));
      expect((await post(key, 'b')).status).toBe(403);
      expect(refusal(await post(server.operatorKey, 'nowhere'))).toEqual(problem(404, 'unknownHall', 'There is no hall "nowhere"'));
      for (const hallId of ['%E0%A4%A', 'x'.repeat(300), '..%2f..', '__proto__', 'constructor']) {
        const { status, headers } = await post(server.operatorKey, hallId);
        expect([400, 404, 414]).withContext(hallId).toContain(status);
        expect(headers['content-type']).withContext(hallId).toContain('application/problem+json');
      }
    });

    it('each field that breaks its rule, by its name and beside good neighbours', async () => {
      const cases: [object, string | RegExp][] = [
        [{ specversion: '0.3' }, /^specversion: must be "1.0"/],
        [{ specversion: 1 }, /^specversion: /],
        [{ id: '' }, /^id: must be 1 to 64 of/],
        [{ id: 7 }, /^id: must be string/],
        [{ id: 'x'.repeat(65) }, /^id: must be 1 to 64/],
        [{ id: 'a b' }, /^id: must be 1 to 64/],
        [{ id: '__proto__' }, /^id: must be 1 to 64/],
        [{ source: '' }, /^source: must be 1 to 256/],
        [{ source: 'a b' }, /^source: must be 1 to 256/],
        [{ source: null }, /^source: must be string/],
        [{ type: 'ticket.eaten' }, /^type: "ticket.eaten" is no event type; known are ticket.issued/],
        [{ type: ['ticket.issued'] }, /^type: must be a text/],
        [{ type: 'hall.configured' }, /^type: "hall.configured" is no event type/],
        [{ type: 'constructor' }, /^type: "constructor" is no event type/],
        [{ time: 'yesterday' }, /^time: must be an RFC 3339 instant/],
        [{ time: '2026-11-23T09:30:00' }, /^time: must be an RFC 3339 instant/],
        [{ time: '2026-02-30T09:30:00Z' }, /^time: must be an RFC 3339 instant/],
        [{ time: 1795397400000 }, /^time: must be string/],
        [{ data: undefined }, /^data: is missing/],
        [{ data: [] }, /^data: must be object/],
        [{ data: {} }, /^data.ticketId: is missing/],
        [{ data: { ticketId: 't', number: 'A1', serviceId: {} } }, /^data.serviceId: must be string/],
        [{ data: { ticketId: '__proto__', number: 'A1', serviceId: 'tax' } }, /^data.ticketId: must be 1 to 64/],
        [{ data: { ticketId: 't', number: 'A'.repeat(1_000_000), serviceId: 'tax' } }, /^data.number: /],
        [{ type: 'service.ended', data: { ticketId: 't', outcome: 'eaten' } }, /^data.outcome: must be one of completed, returned, referred/],
        [{ type: 'ticket.transferred', data: { ticketId: 't' } }, /^data: must name toServiceId or toCounterId/],
        [{ type: 'rating.given', data: { counterId: 'c', level: 4.5 } }, /^data.level: must be integer/],
        [{ type: 'rating.given', data: { counterId: 'c', level: '5' } }, /^data.level: must be integer/],
        [{ type: 'queue.observed', data: { serviceId: 's', waiting: 1e300 } }, /^data.waiting: /],
      ];
      const good = issued('good');
      const { status, json } = await send(JSON.stringify([...cases.map(([field]) => ({ ...issued('r2'), ...field })), good]));
      expect([status, json.accepted, json.rejected]).toEqual([200, 1, cases.length]);
      json.problems.forEach(({ index, message }) => expect(message).withContext(`${index}`).toMatch(cases[index]![1]));
      expect((await server.lines('a')).at(-1)!.event).toEqual(good);
    });

    it('what is nested deeper than 16 levels, wherever it is, a hundred thousand levels too', async () => {
      const text = JSON.stringify(issued('n1'));
      for (const levels of [17, 100_000]) {
        const bodies = [text.replace('"data":{', `"data":{"x":${deep(levels)},`), text.replace('{', `{"x":${deep(levels)},`)];
        for (const body of bodies) {
          for (const spaced of [`[${body}]`, `[ ${body} ]`]) {
            const { status, json } = await send(spaced);
            expect([status, json.rejected, json.problems[0]?.code]).toEqual([200, 1, 'tooDeep']);
            expect(json.problems[0]?.message).toMatch(/^(data|x): may be nested at most 16 levels deep/);
          }
        }
        expect((await send(deep(levels))).json.problems[0]?.code).toBe('notAnEvent');
      }
    });

    it('nothing for a `__proto__` among the fields: it is a field like any other and changes nobody', async () => {
      const text = JSON.stringify(issued('p1')).replace('"data":{', '"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":2},"constructor":{"prototype":{"polluted":3}},');
      expect((await send(`[${text}]`)).json.accepted).toBe(1);
      expect((await send(`[ ${text} ]`)).json.duplicates).toBe(1);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    });

    it('settings that are no settings, by field, and keeps none of it', async () => {
      const put = (body: string, type = 'application/json') => server.say('/api/v1/halls/new', { method: 'PUT', type, body });
      expect(refusal(await put('{'))).toEqual(problem(400, 'notJson', 'not JSON'));
      expect(refusal(await put(`{"name":"x","extra":${deep(100_000)}}`))).toEqual(problem(400, 'tooDeep', 'at most 16 levels'));
      expect(refusal(await put('{"name":"x","timezone":"Moon/Dark"}'))).toEqual(problem(422, 'body', 'timezone: must be an IANA time zone'));
      expect(refusal(await put('{"name":"x","clock":{"at":"0001-01-01T00:00:00Z"}}'))).toEqual(problem(422, 'body', 'clock.at'));
      expect(refusal(await put('{"name":"x"}', 'text/plain'))).toEqual(problem(415, 'mediaType', 'known are'));
      expect((await server.say('/api/v1/halls/__proto__', { method: 'PUT', type: 'application/json', body: '{"name":"x"}' })).status).toBe(422);
      expect((await server.say('/api/v1/halls/new/state')).status).toBe(404);
      expect(refusal(await server.say('/api/v1/halls/a/state?at=soon'))).toEqual(problem(400, 'at', 'at=soon was refused'));
      expect(refusal(await server.say('/api/v1/halls/a/journal?from=-1'))).toEqual(problem(400, 'from', 'a whole number from 1 on'));
    });
  });
});
