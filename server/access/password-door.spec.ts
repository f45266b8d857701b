import { Attempts } from './attempts.js';
import { PasswordDoor, type Try } from './password-door.js';
import { MINUTE, refusalOf } from './open-for-spec.js';

describe('Failed log-ins', () => {
  let at = 0;
  const now = (): number => at;
  beforeEach(() => (at = Date.UTC(2026, 10, 23, 1, 30)));

  it('make the next one wait, each time twice as long, up to the longest', () => {
    const attempts = new Attempts(now, { free: 3, longestMs: 20_000 });
    const waits = Array.from({ length: 9 }, () => {
      attempts.count('admin');
      return attempts.waitMs('admin') / 1000;
    });
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 20, 20]);
  });

  it('are forgotten after an hour of quiet, after a success, and for nobody else', () => {
    const attempts = new Attempts(now, { free: 1, longestMs: 20_000 });
    for (let i = 0; i < 6; i += 1) attempts.count('admin');
    expect([attempts.waitMs('admin'), attempts.waitMs('li')]).toEqual([20_000, 0]);
    at += 60 * MINUTE;
    attempts.count('admin');
    expect(attempts.waitMs('admin')).toBe(1000);
    attempts.forget('admin');
    expect(attempts.waitMs('admin')).toBe(0);
  });

  it('do not include the ones that turned out right', () => {
    const attempts = new Attempts(now, { free: 2, longestMs: 20_000 });
    attempts.count('office');
    for (let i = 0; i < 50; i += 1) {
      attempts.count('office');
      attempts.takeBack('office');
    }
    expect(attempts.waitMs('office')).toBe(0);
    attempts.count('office');
    expect(attempts.waitMs('office')).toBe(1000);
  });

  it('never mean a longer wait because the clock was set back', () => {
    const attempts = new Attempts(now, { free: 1, longestMs: 20_000 });
    attempts.count('admin');
    at -= 24 * 60 * MINUTE;
    expect(attempts.waitMs('admin')).toBe(20_000);
  });

  it('under invented names do not fill the memory', () => {
    const attempts = new Attempts(now, { free: 1, longestMs: 20_000 });
    attempts.count('first');
    for (let i = 0; i < 10_000; i += 1) attempts.count(`name ${i}`);
    expect([attempts.waitMs('first'), attempts.waitMs('name 0'), attempts.waitMs('name 9999')]).toEqual([0, 1000, 1000]);
  });

  it('reach the password check at most 20 times a minute: 1,000 tries under one name', async () => {
    const door = new PasswordDoor(now);
    const answers = await thousandTriesInAMinute(door, () => ({ username: 'admin' }));
    console.log(`log-in: of 1,000 tries in a minute under one name ${answers[401]} were checked, ${answers[429]} refused unchecked`);
    expect(answers).toEqual({ 401: 10, 429: 990 });
  });

  it('reach it at most 20 times a minute from one address, under a thousand names', async () => {
    const door = new PasswordDoor(now);
    const answers = await thousandTriesInAMinute(door, (i) => ({ username: `name ${i}`, from: '192.0.2.7' }));
    expect(answers).toEqual({ 401: 15, 429: 985 });
  });

  it('gain nothing by coming all at once, and are told when to come again', async () => {
    const door = new PasswordDoor(now);
    const tries = Array.from({ length: 200 }, (_, i) => ({ username: ` ADMIN${' '.repeat(i % 3)}`, password: 'wrong' }));
    const all = await Promise.all(tries.map((one) => refusalOf(() => door.demand(one, undefined))));
    expect(all.filter(({ status }) => status === 401).length).toBe(5);
    const late = all.find(({ status }) => status === 429);
    expect(late?.more.retryAfterSeconds).toBe(1);
    expect(late?.message).toContain('Try again in 1 s');
  });

  /** How many got which answer. */
  async function thousandTriesInAMinute(door: PasswordDoor, who: (i: number) => Omit<Try, 'password'>) {
    const answers: Record<number, number> = {};
    for (let i = 0; i < 1000; i += 1, at += 60) {
      const attempt = { ...who(i), password: `guess ${i}` };
      const { status } = await refusalOf(() => door.demand(attempt, undefined));
      answers[status] = (answers[status] ?? 0) + 1;
    }
    return answers;
  }
});
