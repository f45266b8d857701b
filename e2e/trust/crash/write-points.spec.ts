/** F2: the server, killed at its writes one by one (before a write, or after half of it), goes on from there as if nothing had been. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ONE, type Posted } from '../../../server/server.spec-kit.js';
import type { Answering } from '../kit/answering.js';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { audit, type Audit } from './audit.spec-kit.js';
import { Book } from './book.spec-kit.js';
import { Faults, type Strike } from '../kit/faults.js';
import { DAY_ENV, DAY_OPTIONS, firstHalf, lateTicket, Receiver, secondHalf } from './scripted-day.spec-kit.js';

const EACH_HALF = count(5, Infinity);
/** Tries at once: each waits most of the time. */
const LANES = 3;
const EARLY_ACK = fileURLToPath(new URL('./early-ack.spec-kit.js', import.meta.url));

/** Half a day on a folder, which can be played again. */
interface Half {
  data: string;
  book: Book;
  play: (server: Answering) => Promise<unknown>;
  /** Preloaded under the server that is struck. */
  planted?: string;
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
    const server = await ServerHere.start(template, DAY_OPTIONS);
    await firstHalf(server, morning, receiver);
    await server.end();
  });
  afterAll(async () => {
    receiver.close();
    await rm(folder, { recursive: true });
    await faults.clear();
  });

  const newFolder = () => mkdtemp(join(folder, 'day-'));
  async function first(): Promise<Half> {
    const book = new Book();
    return { data: await newFolder(), book, play: (server) => firstHalf(server, book, receiver) };
  }

  async function second(): Promise<Half> {
    const [data, book] = [await newFolder(), new Book(morning)];
    await cp(template, data, { recursive: true });
    const [id, made] = [`w${++tickets}`, [] as Posted[]];
    // once the server is up: it began to wait now, and not while the machine was busy
    return { data, book, play: (server) => secondHalf(server, { book, receiver, ticket: (made[0] ??= lateTicket(id)) }) };
  }

  /** Plays the half up to a stop in order, its write `at` struck; whether it came so far. */
  async function playStruck({ data, play, planted }: Half, strike: Strike): Promise<boolean> {
    let server: ServerProcess | null = null;
    try {
      server = await ServerProcess.start(data, { env: { ...DAY_ENV, ...faults.env(data, strike) }, node: planted ? ['--import', planted] : [] });
      await play(server);
      await server.end();
    } catch (error) {
      await server?.end('SIGKILL');
      if (faults.writes(data).length < strike.at) throw error;
    }
    return faults.writes(data).length >= strike.at;
  }

  async function goOn({ data, book, play }: Half): Promise<Audit> {
    const server = await ServerHere.start(data, DAY_OPTIONS);
    await play(server);
    const found = await audit(server, book);
    await server.end();
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

  it('the net has teeth: a journal that answers before it has stored is found out at such a write', async () => {
    const one = await second();
    const posts = async (server: Answering) => {
      for (let post = 0; post < 200; post++) await one.book.post(server, { type: ONE, events: [one.book.some()] });
    };
    expect(await playStruck({ ...one, play: posts, planted: EARLY_ACK }, { at: 40, fault: 'kill', file: 'journal.sqlite', calls: 'pwrite' })).toBeTrue();
    const { faults: found } = await goOn({ ...one, play: () => Promise.resolve() });
    expect(found.filter((fault) => fault.endsWith('was acknowledged and is lost'))).not.toEqual([]);
  });
});
