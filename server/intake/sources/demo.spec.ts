import { demoHall } from '../../domain/golden/demo-hall.js';
import { localTime } from '../../domain/golden/local-time.js';
import { workingDay } from '../../domain/golden/working-day.js';
import { firstClock, runDemo, unfinishedDays, DEMO_HALL } from './demo.js';
import { toyServer, type ToyHall, type ToyServer } from './server-for-spec.js';

const realAt = Date.parse('2026-11-23T20:00:00+08:00');
const builtDay = (date: string): number => workingDay({ seed: 'demo', date, plan: demoHall }).length;

describe('The demo', () => {
  let toy: ToyServer;
  let said: string[];
  beforeEach(async () => {
    toy = await toyServer(realAt);
    said = [];
  });
  afterEach(() => toy.close());

  /** Runs it until manual time has passed so many minutes; a coarse run looks at the clock four times a minute only. */
  async function run(minutes: number, { coarse = false } = {}): Promise<void> {
    const stop = new AbortController();
    const until = toy.time.now + minutes * 60_000;
    const wait = async (ms: number): Promise<void> => {
      await toy.wait(coarse ? Math.max(ms, 15_000) : ms);
      if (toy.time.now < until) return;
      stop.abort();
      throw new Error('stopped');
    };
    await runDemo({ baseUrl: toy.url, key: 'key', now: () => toy.time.now, signal: stop.signal, log: (words) => said.push(words), wait });
  }
  const hall = (): ToyHall => toy.hall(DEMO_HALL);
  const told = (date: string): number => hall().events.filter(({ event }) => event.time?.startsWith(date)).length;

  it('starts in the real time of a working hall, else in the middle of the morning', () => {
    expect(firstClock(Date.parse('2026-11-23T14:07:00+08:00')).at).toBe('2026-11-23T14:07:00+08:00');
    expect(firstClock(Date.parse('2026-11-23T08:59:00+08:00')).at).toBe('2026-11-23T14:12:00+08:00');
    expect(firstClock(realAt).at).toBe('2026-11-23T14:12:00+08:00');
  });

  it('tells the morning at once, and then each event when the hall\'s clock reaches it', async () => {
    await run(10);
    const { settings, events, clock } = hall();
    expect(settings).toEqual(jasmine.objectContaining({ public: true, demo: true, name: demoHall.name }));
    expect(settings.counters.length).toBe(36);
    const late = events.filter(({ shown }) => shown > clock.showsAt).map(({ event, shown }) => shown - Date.parse(event.time ?? ''));
    expect(late.length).toBeGreaterThan(100);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(250);
    expect(events.length - late.length).toBeGreaterThan(2000);
  });

  it('puts its guides, notices and certificates on file once, each marked as a demo', async () => {
    await run(1);
    const { records } = hall();
    expect([...records.values()].every((one) => /（演示）$/.test((one as { title: string }).title))).toBeTrue();
    records.set('guide-ZH', { ...records.get('guide-ZH'), title: '改过的' });
    await run(1);
    expect([records.size, (records.get('guide-ZH') as { title: string }).title]).toEqual([8 + 3 + 1 + 35, '改过的']);
  });

  it('goes on after a restart without telling anything twice or leaving anything out', async () => {
    await run(5);
    toy.time.now += 42 * 60_000; // the server was down
    await run(7 * 60, { coarse: true });
    expect(told('2026-11-23')).toBe(builtDay('2026-11-23'));
    expect(said.filter((words) => words.includes('stumbled'))).toEqual([]);
  }, 20_000);

  it('shows the closed hall for two minutes, skips the night and opens the next morning', async () => {
    await run(7 * 60 + 6 + 2 + 30, { coarse: true });
    expect(told('2026-11-23')).toBe(builtDay('2026-11-23'));
    expect(told('2026-11-24')).toBeGreaterThan(50);
    expect(localTime(hall().clock.showsAt, demoHall.timezone)).toBe('08:55:00');
  }, 20_000);

  it('ends a day that was cut off, and never wakes in the night', async () => {
    await run(5);
    const open = { number: 'A1', serviceId: 'ZH', customerClass: null, state: 'waiting' as const, issuedAt: Date.parse('2026-11-23T10:20:00+08:00'), calledAt: null, startedAt: null, counterId: null, dueAt: null };
    hall().rows.tickets['20261123-A1'] = open;
    expect(unfinishedDays(hall(), '2026-11-24')).toEqual(['2026-11-23']);
    toy.time.now += 10 * 3_600_000; // it is 20:29 on the hall's clock when the server comes back
    await run(1);
    expect(told('2026-11-23')).toBe(builtDay('2026-11-23'));
    expect(localTime(hall().clock.showsAt, demoHall.timezone)).toBe('14:12:00');
    expect(told('2026-11-24')).toBeGreaterThan(2000);
  }, 20_000);

  it('leaves a hall alone that is called "demo" but is somebody\'s own', async () => {
    await run(1);
    hall().settings.demo = false;
    const before = hall().events.length;
    await run(10);
    expect(hall().events.length).toBe(before);
    expect(said.at(-1)).toMatch(/somebody's own/);
  });

  it('says why it stumbles, and tries again', async () => {
    toy.refusals.push({ status: 403 });
    await run(2);
    expect(said[0]).toMatch(/stumbled and tries again in 10 s: .*403: not just now/);
    expect(hall().events.length).toBeGreaterThan(2000);
  });
});
