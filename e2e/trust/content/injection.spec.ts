/** Texts meant for a database, a file system, a header or a log, at every place where the interface takes a text. */
import { readdirSync } from 'node:fs';
import { openLog } from '../../../server/operation/log.js';
import { event, Server, type Heard, type Said } from '../../../server/server.spec-kit.js';
import { count, tried } from '../kit/tried.js';
import { injectionStrings } from './injection-strings.js';
import { placesOf } from './places.js';

/** A forged record, or one cut in two. */
const isWhole = (line: string): boolean => {
  try {
    const { msg } = JSON.parse(line) as { msg: string };
    return line.endsWith('\n') && !/[\r\n\u0000-\u0008\u001b\u0085\u2028]/.test(line.slice(0, -1)) && msg !== 'forged';
  } catch {
    return false;
  }
};

const filesOf = (folder: string) => readdirSync(folder, { recursive: true }).map(String).filter((name) => !/-(wal|shm|journal)$|^attachments\b/.test(name)).sort();

describe('Injected texts', () => {
  let server: Server;
  const lines: string[] = [];
  beforeAll(async () => {
    const log = openLog('trace', { write: (line: string) => void lines.push(line) });
    server = await Server.start({ log, adminPassword: 'four words of my own', notify: { allowPrivate: false, resolve: async () => [] } });
    for (const id of ['a', 'safe']) await server.makeHall(id, { public: true });
    await server.post('safe', [event('ticket.issued', { ticketId: 't1', number: 'A1', serviceId: 'tax' })]);
    await server.say('/api/v1/people', { method: 'POST', type: 'application/json', body: JSON.stringify({ username: 'li', role: 'supervisor', hallIds: ['a'], password: 'vier kleine katzen' }) });
  });
  afterAll(() => server.end());

  let readers = 0;
  async function newReader(hallId: string): Promise<string> {
    const made = await server.say(`/api/v1/halls/${hallId}/keys`, { method: 'POST', type: 'application/json', body: JSON.stringify({ role: 'reader', name: `reader ${++readers}` }) });
    return made.json.key;
  }
  /** What is dear to answer is asked by a caller who has not asked yet. */
  async function patiently(path: string, said: Said): Promise<Heard> {
    const heard = await server.say(path, said);
    return heard.status === 429 ? server.say(path, { ...said, key: await newReader('a') }) : heard;
  }

  const standing = async () => [(await server.say('/api/v1/halls/safe/journal', { key: await newReader('safe') })).text, (await server.say('/api/v1/halls/safe')).text, (await server.say('/api/v1/halls/safe/state')).json.rows];

  it('are texts everywhere: nothing fails, nothing else changes, no file is made or given, and the log keeps a line a record', async () => {
    const places = placesOf((await server.say('/api/openapi.json')).json as never);
    const before = await standing();
    const files = filesOf(server.data);
    const failed: string[] = [];
    let [cases, limited] = [0, 0];
    for (const [index, place] of places.entries()) {
      const slow = /password/i.test(place.where);
      const texts = injectionStrings.filter((_, at) => (at + index) % count(8, 1) === 0).slice(0, slow ? 5 : 200);
      for (const text of texts) {
        const { path, ...said } = place.ask(text);
        const { status, text: answered, json } = await patiently(path, { method: place.method, ...said });
        cases++;
        if (status === 429) limited++;
        if (status >= 500 && json?.code !== 'noBrowser') failed.push(`${place.method} ${place.route} ${place.where} ${JSON.stringify(text.slice(0, 60))}: ${status}`);
        if (answered.includes(server.operatorKey) || answered.includes('root:x:')) failed.push(`${place.method} ${place.route} gave a secret away`);
      }
    }
    expect(places.length).toBeGreaterThan(100);
    expect(failed).toEqual([]);
    expect(limited).toBeLessThan(cases / 20);
    expect(await standing()).toEqual(before);
    expect(filesOf(server.data)).toEqual(files);
    expect(lines.filter((line) => !isWhole(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(cases * 0.9);
    tried({ promise: 'Injection', how: `SQL, path, header and log texts at ${places.length} places of every route`, cases, outcome: '0 answers of 5xx, nothing else changed, one log line a record' });
  });

  it('the net has teeth: a log of plain lines and a statement put together from texts are caught', () => {
    const plain = injectionStrings.map((text) => `{"level":"info","msg":"${text}"}\n`);
    expect(plain.filter((line) => !isWhole(line)).length).toBeGreaterThan(30);
  });
});
