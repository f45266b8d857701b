import fc from 'fast-check';
import { event, issued, Server } from '../../../server/server.spec-kit.js';
import { START } from '../../../server/server.spec-kit.js';
import { count, seed, tried } from '../kit/tried.js';
import { MachineClock } from './machine-clock.js';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
const LIMIT = 10 * MINUTE;
const SLICE = 50;

/** What a round does: tickets that have waited so long already, then the clock jumps. */
const round = fc.record({
  waited: fc.array(fc.integer({ min: 0, max: LIMIT - 3 * SECOND }), { minLength: 1, maxLength: 3 }),
  jump: fc.oneof(
    fc.integer({ min: -HOUR, max: -SECOND }),
    fc.integer({ min: SECOND, max: 24 * HOUR }),
    fc.integer({ min: SECOND, max: LIMIT }),
    fc.integer({ min: -500, max: 500 }), // a slew
  ),
  /** Whether the due instants are then waited for. */
  waits: fc.boolean(),
});

interface Tallied {
  due: number;
  early: number;
  missed: number;
  slowestMs: number;
}

class Trial {
  private readonly dues = new Map<string, number>();
  private readonly raised = new Map<string, { shown: number; ran: number }>();
  private tickets = 0;
  readonly tallied: Tallied = { due: 0, early: 0, missed: 0, slowestMs: 0 };

  private constructor(
    readonly server: Server,
    private readonly clock: MachineClock,
  ) {
    server.running.halls.get('h')!.alertNews.subscribe(({ events }) => {
      for (const one of events) if (one.type === 'alert.raised' && one.data.severity === 'breach') this.raised.set(one.data.subject.id, { shown: clock.now(), ran: clock.ran });
    });
  }

  static async start(clock: MachineClock): Promise<Trial> {
    const server = await Server.start({ clock, journalClock: clock.shared });
    await server.makeHall('h', { services: [{ id: 'tax', name: '税务', waitLimit: 'PT10M' }] });
    return new Trial(server, clock);
  }

  /** Lets the clock run in small steps; each verdict is stored before time goes on. */
  private async run(ms: number, step = SLICE): Promise<void> {
    for (let left = ms; left > 0; left -= step) {
      this.clock.run(Math.min(step, left));
      await this.server.running.halls.get('h')!.judged();
    }
  }

  private said = () => ({ time: new Date(this.clock.now()).toISOString() });

  async play({ waited, jump, waits }: { waited: number[]; jump: number; waits: boolean }): Promise<void> {
    const events = waited.map((ms) => {
      const [id, at] = [`t${++this.tickets}`, this.clock.now() - ms];
      this.dues.set(id, at + LIMIT);
      return issued(id, { time: new Date(at).toISOString() });
    });
    await this.server.post('h', events);
    await this.run(1.5 * SECOND); // what a feed tells of its past is judged a second later
    const behind = this.server.running.halls.get('h')!.now() - this.clock.now();
    this.clock.jump(behind - jump > HOUR ? -jump : jump);
    const jumpedAt = this.clock.ran;
    await this.run(1.2 * SECOND);
    this.check(jumpedAt);
    if (waits) await this.run(Math.max(0, ...[...this.dues.values()].map((due) => due - this.clock.now())) + SECOND, 5 * SECOND);
    if (waits) this.check(this.clock.ran);
    await this.server.post('h', events.map(({ data }) => event('ticket.called', { ticketId: (data as { ticketId: string }).ticketId, counterId: 'c1' }, this.said())));
    this.dues.clear();
    await this.run(300);
  }

  private check(jumpedAt: number): void {
    for (const [id, due] of this.dues) {
      const raised = this.raised.get(id);
      if (raised && raised.shown < due) this.tallied.early++;
      if (this.clock.now() - SECOND < due) continue;
      this.tallied.due++;
      if (!raised) this.tallied.missed++;
      else this.tallied.slowestMs = Math.max(this.tallied.slowestMs, raised.ran - jumpedAt);
    }
  }

  /** Seqs without a gap, instants that never go back. */
  async journal(): Promise<{ inOrder: boolean; lines: number }> {
    const lines = await this.server.lines('h');
    const inOrder = lines.every(({ seq, loggedAt }, index) => seq === index + 1 && (index === 0 || loggedAt >= lines[index - 1]!.loggedAt));
    return { inOrder, lines: lines.length };
  }
}

async function jumps(clock: MachineClock, rounds: number): Promise<Tallied & { inOrder: boolean; lines: number }> {
  const trial = await Trial.start(clock);
  for (const one of fc.sample(round, { numRuns: rounds, seed })) await trial.play(one);
  const outcome = { ...trial.tallied, ...(await trial.journal()) };
  await trial.server.end();
  return outcome;
}

describe('[F13] A clock that is set', () => {
  it('forwards, back or a little makes no breach early, misses none, and each is raised within a second of the jump', async () => {
    const rounds = count(60, 2_000);
    const { due, early, missed, slowestMs, inOrder, lines } = await jumps(new MachineClock(START), rounds);
    tried({ promise: 'F13', how: 'jumps of −1 h to +1 day and slews of half a second, the whole server on a clock set by hand', cases: rounds, outcome: `${due} breaches due: ${early} early, ${missed} missed, at most ${slowestMs} ms after the jump; ${lines} journal lines ${inOrder ? 'in order' : 'NOT in order'}` });
    expect([early, missed, inOrder]).toEqual([0, 0, true]);
    expect(due).toBeGreaterThan(rounds / 4);
    expect(slowestMs).toBeLessThanOrEqual(SECOND);
  }, 600_000);

  it('the net has teeth: a clock whose timers do not look at the time again is caught', async () => {
    class Blind extends MachineClock {
      override at(instant: number, then: () => void): () => void {
        return this.after(Math.min(60 * SECOND, instant - this.now()), then);
      }
    }
    const { missed } = await jumps(new Blind(START), 25);
    expect(missed).toBeGreaterThan(0);
  }, 60_000);
});
