import { openOperation } from './operation.spec-kit.js';
import type { WatchedHall } from './watched.js';

const MINUTE = 60_000;

function hallOf(id: string, { open = {}, sources = {}, now = 10 * MINUTE }: { open?: Partial<WatchedHall['open']>; sources?: Record<string, number>; now?: number }): WatchedHall {
  const heard = Object.entries(sources).map(([source, lastHeardAt]) => [source, { lastHeardAt }] as const);
  return { id, now: () => now, unread: [], open: { waiting: 0, called: 0, serving: 0, parked: 0, ...open }, sources: new Map(heard) };
}

const screens = (...lagging: boolean[]) => new Set(lagging.map((lags) => ({ lagging: lags })));

describe('The figures for Prometheus', () => {
  it('show halls, tickets, sources and screens as they stand at the scrape, and look at nothing between two', async () => {
    const halls = [hallOf('a', { open: { waiting: 2, serving: 1 }, sources: { '/kiosk/1': 9 * MINUTE, 'device:"x"\n': 10 * MINUTE + 5 } }), hallOf('b', {})];
    const { app, metrics, looks } = await openOperation(halls, [{ hall: halls[0]!, connected: screens(false, true, false) }]);
    metrics.posted('a', { accepted: 1, duplicates: 0, rejected: 0 }, 0.002);
    expect(looks).toEqual({ halls: 0, feeds: 0 });
    const { body, headers, statusCode } = await app.inject('/metrics');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    for (const line of [
      'hallboard_halls 2',
      'hallboard_tickets_open{hall="a",state="waiting"} 2',
      'hallboard_tickets_open{hall="a",state="parked"} 0',
      'hallboard_tickets_open{hall="b",state="waiting"} 0',
      'hallboard_source_silence_seconds{hall="a",source="/kiosk/1"} 60',
      'hallboard_source_silence_seconds{hall="a",source="device:\\"x\\"\\n"} 0',
      'hallboard_sources{hall="a"} 2',
      'hallboard_screens_connected{hall="a"} 3',
      'hallboard_screens_lagging{hall="a"} 1',
      'hallboard_mqtt_connected{hall="a"} 1',
      'hallboard_mqtt_connected{hall="b"} 0',
    ]) expect(body.split('\n')).toContain(line);
    expect(body).toMatch(/^process_cpu_seconds_total /m);
    await app.close();
  });

  it('count events by what became of them, and time the commits', async () => {
    const { app, metrics } = await openOperation();
    metrics.posted('a', { accepted: 98, duplicates: 1, rejected: 1 }, 0.004);
    metrics.posted('a', { accepted: 2, duplicates: 0, rejected: 0 }, 0.03);
    const lines = (await app.inject('/metrics')).body.split('\n');
    expect(lines).toContain('hallboard_events_total{hall="a",verdict="accepted"} 100');
    expect(lines).toContain('hallboard_events_total{hall="a",verdict="duplicate"} 1');
    expect(lines).toContain('hallboard_events_total{hall="a",verdict="rejected"} 1');
    expect(lines).toContain('hallboard_commit_seconds_bucket{le="0.005"} 1');
    expect(lines).toContain('hallboard_commit_seconds_count 2');
    const again = (await app.inject('/metrics')).body.split('\n');
    expect(again).toContain('hallboard_events_total{hall="a",verdict="accepted"} 100');
    await app.close();
  });

  it('keep to 100 sources of a hall, the first it heard, and forget what is gone', async () => {
    const sources = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`/s/${index}`, 0]));
    const halls = [hallOf('a', { sources }), hallOf('gone', { sources: { '/x': 0 } })];
    const { app } = await openOperation(halls);
    const silent = async () => (await app.inject('/metrics')).body.match(/^hallboard_source_silence_seconds\{.*$/gm)!;
    const first = await silent();
    expect(first).toHaveSize(101);
    expect(first[99]).toContain('source="/s/99"');
    halls.pop();
    expect(await silent()).toHaveSize(100);
    await app.close();
  });

  it('are of one app alone', async () => {
    const [one, other] = [await openOperation(), await openOperation()];
    one.metrics.posted('a', { accepted: 1, duplicates: 0, rejected: 0 }, 0.001);
    expect((await other.app.inject('/metrics')).body).not.toContain('hallboard_events_total{');
    await one.app.close();
    await other.app.close();
  });

  it('cost a post next to nothing', async () => {
    const { app, metrics } = await openOperation();
    const answer = { accepted: 1, duplicates: 0, rejected: 0 };
    for (let warm = 0; warm < 20_000; warm++) metrics.posted('a', answer, 0.002);
    const before = process.cpuUsage();
    for (let post = 0; post < 50_000; post++) metrics.posted('a', answer, 0.002);
    const { user, system } = process.cpuUsage(before);
    const each = (user + system) / 50_000;
    console.log(`      metrics: ${each.toFixed(2)} µs CPU a post`);
    expect(each).toBeLessThan(10);
    await app.close();
  });
});
