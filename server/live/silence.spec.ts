import type { Delta } from '../../shared/messages/messages.js';
import { event, issued, Server } from '../server.spec-kit.js';

const SECOND = 1000;

describe('A source that falls silent', () => {
  let server: Server;
  let deltas: Delta[];
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a');
    deltas = [];
    server.running.halls.get('a')!.deltas.subscribe((delta) => deltas.push(delta));
  });
  afterEach(() => server.end());

  const now = () => ({ time: new Date(server.clock.now()).toISOString() });
  const beat = () => server.post('a', [event('device.heartbeat', { deviceId: 'k1' }, now())]);
  /** When screens were told that the feed is silent, in ms after `from`. */
  const toldSilent = (from: number) => deltas.filter(({ put }) => put.sources?.['/kiosk/1']?.state === 'silent').map(({ at }) => Date.parse(at) - from);

  for (const [every, after] of [[2, 15], [5, 15], [20, 60]] as const) {
    it(`[N3] [N5] and beat every ${every} s is shown as silent ${after} s after its last word, at that instant and with no event`, async () => {
      for (let beats = 0; beats < 4; beats++) {
        if (beats > 0) server.clock.pass(every * SECOND);
        await beat();
      }
      const last = server.clock.now();
      server.clock.pass(after * SECOND - 1);
      expect(toldSilent(last)).toEqual([]);
      server.clock.pass(1);
      expect(toldSilent(last)).toEqual([after * SECOND]);
      await beat();
      server.clock.pass(250);
      expect(deltas.at(-1)?.put.sources?.['/kiosk/1']?.state).toBe('live');
    });
  }

  it('[N3] is judged by its last word of any kind: tickets keep it alive between beats', async () => {
    await beat();
    server.clock.pass(5 * SECOND);
    await beat();
    server.clock.pass(14 * SECOND);
    await server.post('a', [issued('t1', now())]);
    const last = server.clock.now();
    server.clock.pass(60 * SECOND);
    expect(toldSilent(last)).toEqual([15 * SECOND]);
  });
});
