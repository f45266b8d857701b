import type { Caller } from '../access/caller.js';
import { Problem } from '../problem.js';
import { Rates } from './rates.js';

const kiosk: Caller = { role: 'device', hallIds: ['centre'], name: 'kiosk' };
const board: Caller = { role: 'device', hallIds: ['centre'], name: 'board' };

function refusalOf(act: () => void): Problem | null {
  try {
    act();
    return null;
  } catch (error) {
    return error as Problem;
  }
}

describe('The rate of a key', () => {
  let now = 0;
  const rates = () => new Rates(100, () => now);

  it('takes ten seconds at once, a large batch whole, and then says when to come again', () => {
    const limit = rates();
    limit.take(kiosk, 1_500);
    const refusal = refusalOf(() => limit.take(kiosk, 1));
    expect([refusal?.status, refusal?.more.retryAfterSeconds]).toEqual([429, 5]);
    expect(refusal?.message).toContain('100 events a second');
    now += 5_100;
    expect(refusalOf(() => limit.take(kiosk, 1))).toBeNull();
  });

  it('never breaks off a stream, but the next post waits for it', () => {
    const limit = rates();
    limit.take(kiosk, 0);
    limit.spend(kiosk, 3_000);
    expect(refusalOf(() => limit.take(kiosk, 0))?.more.retryAfterSeconds).toBe(20);
  });

  it('counts each key for itself, and not at all where no rate is set', () => {
    const limit = rates();
    limit.take(kiosk, 5_000);
    expect(refusalOf(() => limit.take(board, 1))).toBeNull();
    const none = new Rates(0, () => now);
    for (let post = 0; post < 100; post++) none.take(kiosk, 1_000_000);
    expect(refusalOf(() => none.take(kiosk, 1))).toBeNull();
  });
});
