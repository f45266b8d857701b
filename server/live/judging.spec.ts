import { parseInstant } from '../../shared/instant.js';
import { day } from '../domain/golden/day-builder.js';
import { HallForSpec } from '../domain/hall/hall.spec-kit.js';
import type { Verdict } from '../journal/journal.js';
import { Judging } from './judging.js';
import { ManualClock } from './manual-clock.spec-kit.js';

const at = (time: string) => `2026-03-02T${time}+08:00`;
const turn = () => new Promise((fulfil) => setImmediate(fulfil));

/** Its wait is over its limit. */
function waiting(): HallForSpec {
  const hall = new HallForSpec(at('09:00:00'));
  hall.hear(day('2026-03-02').at('09:00').issue('T1', { service: 'S1' }));
  return hall.until(at('09:20:00'));
}

describe('Judging', () => {
  it('waits a second where its commit changed nothing, be it that the journal has its verdicts or that it takes none', async () => {
    const answers: [string, () => Promise<{ verdicts: Verdict[] | null }>][] = [
      ['known already', () => Promise.resolve({ verdicts: ['duplicate'] })],
      ['not stored', () => Promise.reject(new Error('disk full'))],
    ];
    for (const [name, answer] of answers) {
      const { hall } = waiting();
      const clock = new ManualClock(parseInstant(at('09:20:00')));
      let commits = 0;
      const commit = () => (++commits > 9 ? new Promise<never>(() => undefined) : answer());
      const judging: Judging = new Judging(hall, { clock, now: () => clock.now(), commit, ownerOf: () => 'wang', look: () => judging.judge() });
      const told: number[] = [];
      judging.watch();
      for (const ms of [0, 999, 1, 999, 1]) {
        clock.pass(ms);
        judging.judge();
        await turn();
        told.push(commits);
      }
      expect(told).withContext(name).toEqual([1, 1, 2, 2, 3]);
    }
  });
});
