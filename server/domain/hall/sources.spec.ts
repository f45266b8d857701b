import { day } from '../golden/day-builder.js';
import { nextDeadline } from './advance.js';
import { HallForSpec, settingsForSpec } from './hall.spec-kit.js';

const DATE = '2026-03-02';
const SECOND = 1000;
const at = (time: string) => `${DATE}T${time.length === 5 ? `${time}:00` : time}+08:00`;
const instant = (time: string) => Date.parse(at(time));
const written = () => day(DATE, 'Asia/Shanghai');
const source = (hall: HallForSpec, id = '/day') => hall.rows.sources[id];

describe('Sources of a hall', () => {
  it('[N1] tell when they were last heard, by the hall’s clock, and how far their own lies behind it', () => {
    const hall = new HallForSpec(at('08:00'));
    hall.hear(written().at('08:00').openHall(), at('08:05'));
    expect(source(hall)).toEqual({ kind: 'feed', lastHeardAt: instant('08:05'), state: 'live', lagMs: 300 * SECOND, silentAfterMs: 900 * SECOND });
    hall.hear(written().withoutClock().openHall(), at('08:06'));
    expect(source(hall)?.lagMs).toBeNull();
    hall.hear(written().at('09:00').openHall(), at('08:07'));
    expect(source(hall)?.lagMs).toBe(-53 * 60 * SECOND);
    hall.hear(written().at('07:08').heartbeat('K1').at('08:08').openHall(), at('08:08'));
    expect([source(hall)?.lagMs, source(hall, 'device:K1')?.lagMs]).toEqual([0, 3_600 * SECOND]);
  });

  it('[N2] that send no heartbeat are silent after a quarter of an hour, and live again with the next word', () => {
    const hall = new HallForSpec(at('08:00'));
    hall.hear(written().at('08:00').openHall());
    const states = ['08:14:59', '08:15', '09:00'].map((time) => source(hall.until(at(time)))?.state);
    hall.hear(written().at('09:01').openHall());
    expect([...states, source(hall)?.state]).toEqual(['live', 'silent', 'silent', 'live']);
  });

  it('[N2] are shown as silent at that very instant, though nothing else happens', () => {
    const hall = new HallForSpec(at('08:02'));
    hall.hear(written().at('08:02').openHall());
    void hall.rows;
    hall.until(at('08:16'));
    expect(new Date(nextDeadline(hall.hall)).toISOString()).toBe('2026-03-02T00:17:00.000Z');
  });

  it('[N3] that beat are silent after three missed beats, at least 15 seconds and at most a quarter of an hour', () => {
    const silentAfter = (...times: string[]) => {
      const hall = new HallForSpec(at('08:00'));
      for (const time of times) hall.hear(written().at(time).heartbeat('K1'));
      return source(hall, 'device:K1')!.silentAfterMs / SECOND;
    };
    expect(silentAfter('08:00')).toBe(900);
    expect(silentAfter('08:00', '08:01')).toBe(180);
    expect(silentAfter('08:00', '08:00:02')).toBe(15);
    expect(silentAfter('08:00', '08:30')).toBe(900);
  });

  it('[N3] do not take one odd gap for their usual one: beats held up and sent at once, or missed for an hour', () => {
    const hall = new HallForSpec(at('08:00'));
    for (const time of ['08:00', '08:01', '08:02', '08:02:01']) hall.hear(written().at(time).heartbeat('K1'));
    expect(source(hall, 'device:K1')?.silentAfterMs).toBe(90 * SECOND);
    hall.hear(written().at('08:03').heartbeat('K1'));
    expect(source(hall, 'device:K1')?.silentAfterMs).toBe(177 * SECOND);
    hall.hear(written().at('09:03').heartbeat('K1').at('09:04').heartbeat('K1'));
    expect(source(hall, 'device:K1')?.silentAfterMs).toBeLessThan(200 * SECOND);
  });

  it('[N4] that are devices stand as faulty from a fault until they recover, also when they beat or fall silent', () => {
    const hall = new HallForSpec(at('08:00'));
    const states: unknown[] = [];
    for (const step of [written().at('08:00').heartbeat('K1'), written().at('08:01').fault('K1', 'no paper'), written().at('08:02').heartbeat('K1'), written().at('08:30').recover('K1')]) {
      hall.hear(step);
      states.push(source(hall, 'device:K1')?.state);
    }
    expect(states).toEqual(['live', 'fault', 'fault', 'live']);
    expect(source(hall, 'device:K1')?.kind).toBe('device');
  });

  it('[N5] that carry many devices beat as these do: two kiosks a second apart are no silence', () => {
    const hall = new HallForSpec(at('08:00'));
    for (const minute of ['08:00', '08:01', '08:02', '08:03']) {
      hall.hear(written().at(minute).heartbeat('K1').at(`${minute}:01`).heartbeat('K2'));
      expect(source(hall.until(at(`${minute}:59`)))?.state).withContext(minute).toBe('live');
    }
    expect(source(hall)?.silentAfterMs).toBe(180 * SECOND);
    expect(source(hall.until(at('08:07')))?.state).toBe('silent');
  });

  it('[N6] stand at the counter that they spoke of last, and at the services that they feed today; rating pads at neither', () => {
    const hall = new HallForSpec(at('08:00'));
    hall.hear(written()
      .at('09:00').from('/kiosk').issue('T1', { service: 'S1' }).from('/desk').open('C1').at('09:05').from('/other').call('T1', 'C1')
      .at('09:10').from('/pads').rate(5, 'C1').rate(4, 'C1', { ticket: 'T1' }).from('/board').observe('S2', 3));
    const told = () => [hall.rows.counters['C1']!.sourceId, hall.rows.counters['C2']!.sourceId, hall.rows.services['S1']!.sourceIds, hall.rows.services['S2']!.sourceIds];
    expect(told()).toEqual(['/other', null, ['/kiosk'], ['/board']]);
    hall.hear(written().at('09:04').from('/desk').pause('C1').from('/app').issue('T2', { service: 'S1' }), at('09:20'));
    expect(told()).withContext('late word of an earlier time').toEqual(['/other', null, ['/app', '/kiosk'], ['/board']]);
    hall.until('2026-03-03T00:00:00+08:00');
    expect(told()).withContext('the next day').toEqual(['/other', null, [], []]);
  });

  it('[D9] were last heard no later than a clock set back shows now', () => {
    const hall = new HallForSpec(at('08:00'));
    hall.hear(written().at('08:00').heartbeat('K1').at('08:30').heartbeat('K1'));
    hall.configure(settingsForSpec({ clock: { at: at('08:10') } }), at('08:31'));
    expect(source(hall, 'device:K1')).toEqual(jasmine.objectContaining({ lastHeardAt: instant('08:10'), state: 'live' }));
    expect(source(hall.until(at('08:25')), 'device:K1')?.state).toBe('silent');
  });
});
