import { connect } from 'node:net';
import { BATCH, event, issued, LINES, Server, type Posted } from '../server.spec-kit.js';

describe('an NDJSON stream', () => {
  let server: Server;
  let key: string;
  let halls = 0;
  let hallId: string;
  beforeAll(async () => (server = await Server.start()));
  afterAll(() => server.end());
  beforeEach(async () => {
    hallId = `stream${++halls}`;
    await server.makeHall(hallId);
    key = (await server.makeKey(hallId, 'device')).key;
  });

  const send = (body: string | Buffer | string[]) => server.send(hallId, { key, type: LINES, body });
  const stored = async () => (await server.lines(hallId)).slice(1).map((line) => line.event);
  const tickets = (count: number): Posted[] => Array.from({ length: count }, (_, index) => issued(`t${index}`));
  const text = (events: object[]) => events.map((one) => JSON.stringify(one)).join('\n');

  it('may end its lines with CRLF, begin with a mark, hold empty lines and end without a newline', async () => {
    const events = tickets(4);
    const [a, b, c, d] = events.map((one) => JSON.stringify(one));
    const { status, json } = await send(`\ufeff${a}\r\n\r\n${b}\n \n${c}\r\n${d}`);
    expect([status, json.accepted, json.rejected, json.lastSeq]).toEqual([200, 4, 0, 5]);
    expect(await stored()).toEqual(events);
  });

  it('may come byte by byte, cut inside of characters', async () => {
    const events = [...tickets(2), event('counter.paused', { counterId: 'c1', reason: '号票 😀 '.repeat(20) })];
    const { json } = await server.send(hallId, { key, type: LINES, body: [...Buffer.from(text(events))].map((byte) => Buffer.from([byte])) });
    expect(json.accepted).toBe(3);
    expect(await stored()).toEqual(events);
  });

  it('of an array of thousands is what comes of it: stored in parts, as posted, each problem named by its place', async () => {
    const good = tickets(2_500);
    const events: object[] = good.toSpliced(1_500, 0, { ...issued('bad'), type: 'ticket.isued' } as unknown as Posted);
    const body = `[${events.map((one) => JSON.stringify(one)).join(',')}]`.replace('"t2400"', '"t\\u0032400"');
    const { json } = await server.send(hallId, { key, type: BATCH, body });
    expect([json.accepted, json.duplicates, json.rejected, json.problems.map(({ index }) => index)]).toEqual([2_500, 0, 1, [1_500]]);
    expect(await stored()).toEqual(good);
    expect((await server.send(hallId, { key, type: BATCH, body })).json.duplicates).toBe(2_500);
  });

  it('loses nothing to the broken lines in between, and names each by its place', async () => {
    const events = tickets(2_500);
    const lines = events.map((one) => JSON.stringify(one));
    const broken: [number, string, string][] = [
      [0, '{"specversion":"1.0"', 'notJson'],
      [999, 'nonsense', 'notJson'],
      [1_000, '[]', 'notAnEvent'],
      [1_700, JSON.stringify({ ...issued('x'), type: 'ticket.eaten' }), 'unknownType'],
      [2_504, `{"x":"${'y'.repeat(300_000)}"}`, 'tooLarge'],
    ];
    for (const [place, line] of broken) lines.splice(place, 0, line);
    const { status, json } = await send(lines.join('\n'));
    expect([status, json.accepted, json.rejected, json.lastSeq]).toEqual([200, 2_500, 5, 2_501]);
    expect(json.problems.map(({ index, code }) => [index, code])).toEqual(broken.map(([place, , code]) => [place, code]));
    expect(await stored()).toEqual(events);
  });

  it('does not make one event of two broken lines', async () => {
    const whole = JSON.stringify(issued('w1'));
    const cut = whole.indexOf(',"data"');
    const { json } = await send(`${JSON.stringify(issued('w0'))},${whole.slice(0, cut)}\n${whole.slice(cut + 1)}`);
    expect([json.accepted, json.rejected]).toEqual([0, 2]);
  });

  it('knows what came before, within the stream and in streams before it', async () => {
    const events = tickets(1_200);
    const other = { ...events[0]!, data: { ticketId: 'other', number: '1', serviceId: 'tax' } };
    const body = text([...events, ...events, other]);
    const first = (await send(body)).json;
    expect([first.accepted, first.duplicates, first.rejected]).toEqual([1_200, 1_200, 1]);
    expect(first.problems).toEqual([jasmine.objectContaining({ index: 2_400, id: other.id, code: 'conflict' })]);
    const again = (await send(body)).json;
    expect([again.accepted, again.duplicates, again.rejected, again.lastSeq]).toEqual([0, 2_400, 1, 1_201]);
  });

  it('names at most a thousand problems, and counts them all', async () => {
    const { json } = await send('nonsense\n'.repeat(5_000));
    expect([json.rejected, json.problems.length]).toEqual([5_000, 1_000]);
    const batch = await server.send(hallId, { key, body: `[${'0,'.repeat(4_999)}0]` });
    expect([batch.json.rejected, batch.json.problems.length]).toEqual([5_000, 1_000]);
  });

  it('with a line of 10 MB costs little memory and little time, also where it comes byte by byte', async () => {
    const { json } = await send(Array.from({ length: 10 }, () => 'x'.repeat(1024 * 1024)));
    expect(json.problems).toEqual([jasmine.objectContaining({ index: 0, code: 'tooLarge', message: jasmine.stringContaining('at most 262144') })]);
    const began = process.cpuUsage().user;
    const answer = await raw('1\r\nx\r\n'.repeat(400_000) + '0\r\n\r\n');
    expect(answer).toContain('"code":"tooLarge"');
    expect((process.cpuUsage().user - began) / 1e6).withContext('CPU seconds').toBeLessThan(8);
  }, 20_000);

  it('that is cut off keeps what it brought, and the server goes on', async () => {
    const [first, second] = [tickets(1_500), issued('later')];
    const body = `${text(first)}\n`;
    await raw(`${Buffer.byteLength(body).toString(16)}\r\n${body}\r\nffff\r\n{"half`, 1_001);
    while ((await stored()).length < 1_000) await new Promise((fulfil) => setTimeout(fulfil, 10));
    const { accepted, duplicates } = (await send(text([...first, second]))).json;
    expect(accepted + duplicates).toBe(1_501);
    expect(new Set((await stored()).map(({ id }) => id)).size).toBe(1_501);
    expect((await stored()).length).toBe(1_501);
  });

  /** Sends chunks as they are written here; `cutAfter`: hangs up once so many events are stored, without waiting for an answer. */
  async function raw(chunks: string, cutAfter?: number): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(`POST /api/v1/halls/${hallId}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: ${LINES}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    socket.write(chunks);
    if (cutAfter !== undefined) {
      while (server.running.halls.get(hallId)!.lastSeq < cutAfter) await new Promise((fulfil) => setTimeout(fulfil, 5));
      socket.destroy();
      return '';
    }
    let heard = '';
    for await (const part of socket) {
      heard += String(part);
      if (heard.includes('"problems"')) break;
    }
    return heard;
  }
});
