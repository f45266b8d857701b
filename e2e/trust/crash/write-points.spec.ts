/** F2: the server, killed at its writes one by one (before a write, or after half of it), goes on from there as if nothing had been. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { audit, type Audit } from './audit.spec-kit.js';
import { Book } from './book.spec-kit.js';
import { Faults, type Strike } from './faults.spec-kit.js';
import { DAY_ENV, firstHalf, lateTicket, Receiver, secondHalf } from './scripted-day.spec-kit.js';

const EACH_HALF = count(5, Infinity);
/** Tries at once: each waits most of the time. */
const LANES = 3;

/** Half a day on a folder, which can be played again. */
interface Half {
  data: string;
  book: Book;
  play: (server: ServerProcess) => Promise<unknown>;
}

describe('the server, killed at its writes', () => {
  let [folder, template] = ['', ''];
  let faults: Faults;
  let receiver: Receiver;
  const morning = new Book();
  let tickets = 0;
  beforeAll(async () => {
    faults = await Faults.make('F2');
    receiver = await Receiver.open();
    folder = await mkdtemp(join(tmpdir(), 'hallboard-writes-'));
    template = await newFolder();
    const server = await start(template);
    await firstHalf(server, morning, receiver);
    await server.end();
  });
  afterAll(async () => {
    receiver.close();
    await rm(folder, { recursive: true });
    await faults.clear();
  });

  const newFolder = () => mkdtemp(join(folder, 'day-'));
  const start = (data: string, env: Record<string, string> = {}) => ServerProcess.start(data, { env: { ...DAY_ENV, ...env } });

  async function first(): Promise<Half> {
    const book = new Book();
    return { data: await newFolder(), book, play: (server) => firstHalf(server, book, receiver) };
  }

  async function second(): Promise<Half> {
    const [data, book] = [await newFolder(), new Book(morning)];
    await cp(template, data, { recursive: true });
    const ticket = lateTicket(`w${++tickets}`);
    return { data, book, play: (server) => secondHalf(server, { book, receiver, ticket }) };
  }

  /** Plays the half up to a stop in order, its write `at` struck; whether it came so far. */
  async function playStruck({ data, play }: Half, { at, fault }: Pick<Strike, 'at' | 'fault'>): Promise<boolean> {
    let server: ServerProcess | null = null;
    try {
      server = await start(data, faults.env(data, { at, fault }));
      await play(server);
      await server.end();
    } catch (error) {
      await server?.end('SIGKILL');
      if (faults.writes(data).length < at) throw error;
    }
    return faults.writes(data).length >= at;
  }

  async function goOn({ data, book, play }: Half): Promise<Audit> {
    const server = await start(data);
    await play(server);
    const found = await audit(server, book);
    await server.end('SIGKILL');
    return found;
  }

  /** Strikes writes of a half, evenly spread; `check` looks at what came of each. */
  async function strike(half: () => Promise<Half>, check: (found: Audit) => string[]): Promise<{ writes: number; killed: number }> {
    const whole = await half();
    await playStruck(whole, { at: Infinity, fault: 'kill' });
    const writes = faults.writes(whole.data);
    const points = Math.min(EACH_HALF, writes.length);
    let [next, killed] = [0, 0];
    await Promise.all(Array.from({ length: LANES }, async () => {
      for (let point = next++; point < points; point = next++) {
        const at = 1 + Math.floor(((point + 0.5) * writes.length) / points);
        const one = await half();
        const fault = point % 2 ? 'torn' : 'kill';
        if (await playStruck(one, { at, fault })) killed++;
        const found = await goOn(one);
        const { call, file } = writes[at - 1]!;
        expect([...found.faults, ...check(found)]).withContext(`${fault} at write ${at}, ${call} ${file}`).toEqual([]);
        await rm(one.data, { recursive: true });
      }
    }));
    return { writes: writes.length, killed };
  }

  const types = ({ lines }: Audit, type: string) => lines.filter(({ event }) => event.type === type);

  it('goes on from every write of a first day: tables, settings, a standard, a channel, events, a stop', async () => {
    const { writes, killed } = await strike(first, ({ stored }) => (stored === morning.sent.size ? [] : [`${stored} stored`]));
    tried({ promise: 'F2', how: 'killed before or in the middle of a write, from an empty folder to a stop in order', cases: killed, outcome: `of ${writes} writes; every one gone on from, to the same end` });
  });

  it('goes on from every write of a second: a snapshot, a breach that time raises, its webhook, an acknowledgement', async () => {
    const { writes, killed } = await strike(second, (found) => {
      const raised = types(found, 'alert.raised');
      const told = receiver.idsOf.get(raised[0]?.event.id ?? '')?.size;
      return [
        ...(raised.length === 1 ? [] : [`raised ${raised.length} times`]),
        ...(types(found, 'alert.acknowledged').length === 1 ? [] : ['not acknowledged once']),
        ...(told === 1 ? [] : [`told under ${told} ids`]),
      ];
    });
    tried({ promise: 'F2', how: 'killed before or in the middle of a write, from a start to a snapshot, a breach, its webhook and a stop', cases: killed, outcome: `of ${writes} writes; raised once, told under one id, every one gone on from` });
  });
});
