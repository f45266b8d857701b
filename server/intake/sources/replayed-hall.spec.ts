import { day } from '../../domain/golden/day-builder.js';
import { hallApi, type HallApi } from './hall-api.js';
import { readDay, startOf } from './recorded-day.js';
import { readEvent, type Recording } from './recording.js';
import { replayDay, type Counts } from './replayed-hall.js';
import { toyServer, type ToyServer } from './server-for-spec.js';

const lines = day('1999-01-04', 'Asia/Jerusalem')
  .at('-1 23:50').issue('T0', { service: 'PS' })
  .at('08:00').issue('T1', { service: 'PS' }).at('09:00').call('T1', 'A01').at('09:30').start('T1', 'A01')
  .at('12:00').end('T1', 'A01').at('+1 01:00').call('T0', 'A02')
  .events().map((event) => JSON.stringify(event));

const recording: Recording = {
  carriesOver: true,
  async *read() {
    for (const [line, text] of lines.entries()) {
      const event = await Promise.resolve(readEvent(text));
      if (typeof event !== 'string') yield { line, ...event };
    }
  },
};

describe('A replayed day', () => {
  let toy: ToyServer;
  let api: HallApi;
  beforeEach(async () => {
    toy = await toyServer(Date.parse('2026-11-23T06:00:00Z'));
    api = hallApi({ baseUrl: toy.url, key: 'key' });
  });
  afterEach(() => toy.close());

  async function play(from?: string, wait = toy.wait): Promise<Counts> {
    const recorded = await readDay(recording, { date: '1999-01-04' }, () => undefined);
    const replay = { hallId: 'bank', name: 'Bank', recording, day: recorded, from: startOf(recorded, from), speed: 60 };
    return replayDay(replay, { api, now: () => toy.time.now, wait, tell: () => undefined });
  }

  it('tells what came before at once, then each event when the hall\'s own clock reaches it, never before', async () => {
    const counts = await play('08:30');
    const { events, settings, clock } = toy.hall('bank');
    expect(counts).toEqual({ accepted: 5, duplicates: 0, rejected: 0 });
    expect(events.map(({ event }) => event.id)).toEqual(['19990104-1', '19990104-2', '19990104-3', '19990104-4', '19990104-5']);
    for (const { event, shown } of events) expect(shown).withContext(event.id).toBeGreaterThanOrEqual(Date.parse(event.time ?? ''));
    for (const { event, shown } of events.slice(2)) expect(shown - Date.parse(event.time ?? '')).withContext(event.id).toBeLessThan(60_000);
    expect(settings).toEqual(jasmine.objectContaining({ name: 'Bank', public: true, demo: true, timezone: 'Etc/GMT-2' }));
    expect(settings.services).toEqual([{ id: 'PS', name: 'PS' }]);
    expect(clock.speed).withContext('the clock stands').toBeLessThan(1e-6);
    expect(new Date(clock.showsAt).toISOString()).withContext('where the day came to').toMatch(/^1999-01-04T10:00/);
  });

  it('keeps the settings of a replay hall that is there, and counts what is known already', async () => {
    await play();
    const hall = toy.hall('bank');
    hall.settings.name = 'Renamed';
    expect(await play()).toEqual({ accepted: 0, duplicates: 5, rejected: 0 });
    expect(toy.hall('bank').settings.name).toBe('Renamed');
  });

  it('never moves the clock of a real hall', async () => {
    await api.putHall('bank', { name: 'Main office' });
    await expectAsync(play()).toBeRejectedWithError(/"bank" \(Main office\) is a real one/);
    expect(toy.hall('bank').settings).toEqual(jasmine.objectContaining({ name: 'Main office' }));
    expect(toy.hall('bank').events).toEqual([]);
  });

  it('leaves the clock standing when it is stopped', async () => {
    const stopped = (): Promise<void> => Promise.reject(new Error('stopped'));
    await expectAsync(play('08:30', stopped)).toBeRejectedWithError('stopped');
    expect(toy.hall('bank').clock.speed).toBeLessThan(1e-6);
    expect(toy.hall('bank').events.length).toBe(2);
  });
});
