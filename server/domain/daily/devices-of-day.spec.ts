import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { DeviceDay } from '../../../shared/rows/daily.js';
import { devicesTogether } from '../../../shared/devices.js';
import { DevicesOfDay, type KnownDevice } from './devices-of-day.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Open from 9 to 12 and 13 to 17. */
const OPEN = [{ opensAt: 9 * HOUR, closesAt: 12 * HOUR }, { opensAt: 13 * HOUR, closesAt: 17 * HOUR }];
const at = (time: string) => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;

type Word = 'heartbeat' | 'fault' | 'recovered';
interface Told {
  at: number;
  event: PostedEvent;
}
const word = (type: Word, time: number, deviceId = 'D1'): Told => ({ at: time, event: { type: `device.${type}`, data: { deviceId } } as PostedEvent });
const beats = (from: string, to: string, deviceId?: string) => Array.from({ length: (at(to) - at(from)) / MINUTE + 1 }, (_, index) => word('heartbeat', at(from) + index * MINUTE, deviceId));
/** The hall hears of tickets all day, but for these times. */
const tickets = (but?: [from: string, to: string]) => Array.from({ length: 24 * 12 }, (_, index): Told => ({ at: index * 5 * MINUTE, event: { type: 'ticket.issued', data: {} } as PostedEvent }))
  .filter((one) => !but || one.at <= at(but[0]) || one.at >= at(but[1]));

function told(events: Told[], { known = [], untilAt = 24 * HOUR }: { known?: [string, KnownDevice][]; untilAt?: number } = {}): { figures: Record<string, DeviceDay>; left: [string, KnownDevice][] } {
  const day = new DevicesOfDay(known, 0);
  for (const one of [...events].sort((a, b) => a.at - b.at)) if (one.at < untilAt) day.take(one);
  return { figures: day.figures(OPEN, untilAt), left: day.leaves() };
}
/** Up, down and unknown in minutes, and faults. */
const minutesOf = ({ upMs, downMs, unknownMs, faults }: DeviceDay) => [upMs / MINUTE, downMs / MINUTE, unknownMs / MINUTE, faults];

describe('How long a device was up', () => {
  const ALL = beats('08:00', '18:00');
  const cases: [what: string, events: Told[], minutes: number[]][] = [
    ['all day', [...tickets(), ...ALL], [420, 0, 0, 0]],
    ['faulty for half an hour, though it beat on', [...tickets(), ...ALL, word('fault', at('10:00')), word('recovered', at('10:30'))], [390, 30, 0, 1]],
    ['faulty when the hall opens and for good', [...tickets(), ...ALL, word('fault', at('08:30'))], [0, 420, 0, 1]],
    ['faulty over noon, of which the pause does not count', [...tickets(), ...ALL, word('fault', at('11:50')), word('fault', at('12:10')), word('recovered', at('13:10'))], [400, 20, 0, 1]],
    ['silent for an hour, from its last word on', [...tickets(), ...beats('08:00', '10:00'), ...beats('11:00', '18:00')], [360, 60, 0, 0]],
    ['two beats missed', [...tickets(), ...beats('08:00', '10:00'), ...beats('10:03', '18:00')], [420, 0, 0, 0]],
    ['silent from three on', [...tickets(), ...beats('08:00', '15:00')], [300, 120, 0, 0]],
    ['silent while the hall heard of nothing', [...tickets(['10:00', '11:00']), ...beats('08:00', '10:00'), ...beats('11:00', '18:00')], [360, 0, 60, 0]],
    ['faulty while the hall heard of nothing', [...tickets(['10:00', '11:00']), ...beats('08:00', '10:00'), word('fault', at('10:00')), ...beats('11:00', '18:00'), word('recovered', at('11:00'))], [360, 60, 0, 1]],
    ['never beating', [...tickets(), word('fault', at('09:30')), word('recovered', at('10:00'))], [0, 30, 390, 1]],
    ['first heard at ten', [...tickets(), ...beats('10:00', '18:00')], [360, 0, 60, 0]],
  ];
  for (const [what, events, minutes] of cases) {
    it(`[N8] within the opening hours: ${what}`, () => expect(minutesOf(told(events).figures['D1']!)).toEqual(minutes));
  }

  it('[N8] goes on from what the day before left, and is let go of after a week', () => {
    const before = told([...tickets(), ...ALL, word('fault', at('16:00')), ...beats('08:00', '09:00', 'D2')]);
    const known = before.left.map(([id, device]): [string, KnownDevice] => [id, { ...device, heardAt: device.heardAt - 24 * HOUR, beatAt: device.beatAt! - 24 * HOUR, faultAt: device.faultAt && device.faultAt - 24 * HOUR }]);
    const next = told([...tickets(), ...ALL, word('recovered', at('09:10'))], { known }).figures;
    expect([minutesOf(next['D1']!), minutesOf(next['D2']!)]).toEqual([[410, 10, 0, 0], [0, 420, 0, 0]]);
    const long = known.map(([id, device]): [string, KnownDevice] => [id, { ...device, heardAt: device.heardAt - 7 * 24 * HOUR }]);
    expect(told(tickets(), { known: long }).figures).toEqual({});
  });

  it('[N8] counts up to the instant that it is told of', () => {
    expect(minutesOf(told([...tickets(), ...ALL, word('fault', at('10:00'))], { untilAt: at('11:00') }).figures['D1']!)).toEqual([60, 60, 0, 1]);
  });

  it('[N8] is of known time alone, over several days too', () => {
    const [day] = [told([...tickets(), ...beats('10:00', '16:00')]).figures];
    expect(day['D1']!.availability).toBeCloseTo(300 / 360, 10);
    const both = devicesTogether([day, undefined, told([...tickets(), ...ALL]).figures])['D1']!;
    expect([...minutesOf(both), both.openMs / MINUTE]).toEqual([720, 60, 60, 0, 840]);
    expect(both.availability).toBeCloseTo(720 / 780, 10);
    for (const little of [[word('recovered', at('09:00'))], [...tickets(), word('fault', at('09:30')), word('recovered', at('10:00'))]]) expect(told(little).figures['D1']!.availability).toBeNull();
  });
});
