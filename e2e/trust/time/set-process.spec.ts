import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { ArmedHall, LIMIT_MS } from './armed-hall.js';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** Loaded before the server into each of its threads: their wall clock is off by what a file says, their timers run on. */
const SET_CLOCK = `
import { readFileSync } from 'node:fs';
const real = Date.now;
const now = () => real() + Number(readFileSync(process.env.SET_CLOCK, 'utf8'));
globalThis.Date = class extends Date {
  constructor(...of) { if (of.length === 0) super(now()); else super(...of); }
  static now() { return now(); }
};`;

describe('[F13] The clock of the machine, set under a running server', () => {
  it('forwards: what it passes over is raised within a second; back: nothing is raised before its time', async () => {
    const data = await mkdtemp(join(tmpdir(), 'hallboard-jump-'));
    const file = join(data, 'off');
    let off = 0;
    const set = (ms: number) => writeFile(file, String((off = ms)));
    const now = () => Date.now() + off;
    await set(0);
    const server = await ServerProcess.start(data, { env: { SET_CLOCK: file }, node: ['--import', `data:text/javascript,${encodeURIComponent(SET_CLOCK)}`] });
    const hall = await new ArmedHall(server).make();
    const jumps = count(8, 40);
    let slowest = 0;
    for (let jump = 0; jump < jumps; jump += 2) {
      // one due in nine minutes, told at once, so that no past is caught up with
      await hall.arm(new Map([[`f${jump}`, now() + LIMIT_MS]]));
      const back = jump % 4 === 2 ? -20 * MINUTE : 0;
      if (back) await set(off + back);
      await hall.arm(new Map([[`b${jump}`, now() + LIMIT_MS]])); // by a clock that is right again
      await set(off + LIMIT_MS - MINUTE);
      const before = await hall.post([{ type: 'hall.opened', time: now(), data: {} }]);
      const jumpedAt = performance.now();
      await set(off + HOUR);
      await hall.awaits(jump + 2, 10 * SECOND);
      slowest = Math.max(slowest, performance.now() - jumpedAt);
      const raised = hall.raised.slice(jump);
      expect(raised.map((one) => one.data.subject.id).sort()).withContext(`jump ${jump}`).toEqual([`b${jump}`, `f${jump}`]);
      expect(raised.every(({ seq }) => seq > before)).withContext(`none before its time, jump ${jump}`).toBeTrue();
    }
    const lines = (await (await server.ask('halls/h/journal')).text()).split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { loggedAt: string }).loggedAt);
    expect(lines).toEqual([...lines].sort());
    await server.end('SIGKILL');
    await rm(data, { recursive: true });
    tried({ promise: 'F13', how: 'the wall clock of the real process set 20 min back and an hour forwards, timers running on', cases: jumps, outcome: `nothing early; everything raised and read back at most ${Math.round(slowest)} ms after the jump; the journal in order` });
    expect(slowest).toBeLessThanOrEqual(count(5, 1.5) * SECOND);
  }, 300_000);
});
