import { CloudEvent, eventData } from '../../../shared/events/cloud-event.js';
import { day } from './day-builder.js';

describe('The day builder', () => {
  it('writes a hand-made day that reads as it happened', () => {
    const events = day('2026-03-02', 'Asia/Shanghai')
      .at('09:00').open('C1').issue('T1', { service: 'S1' })
      .at('09:07').call('T1', 'C1')
      .at('09:07:20').start('T1', { counter: 'C1', staff: 'P1' })
      .at('09:15').end('T1', 'C1', 'returned')
      .events();
    expect(events.map((e) => `${String(e.time)} ${e.type}`)).toEqual([
      '2026-03-02T09:00:00+08:00 counter.opened',
      '2026-03-02T09:00:00+08:00 ticket.issued',
      '2026-03-02T09:07:00+08:00 ticket.called',
      '2026-03-02T09:07:20+08:00 service.started',
      '2026-03-02T09:15:00+08:00 service.ended',
    ]);
    expect(events[3]?.data).toEqual({ ticketId: 'T1', counterId: 'C1', staffId: 'P1' });
    expect(events[4]?.data).toEqual({ ticketId: 'T1', outcome: 'returned', counterId: 'C1' });
  });

  it('gives every event an id of its own, the same each time', () => {
    const build = (): string[] => day('2026-03-02').at('09:00').openHall().heartbeat('d').closeHall().events().map((e) => e.id);
    expect(new Set(build()).size).toBe(3);
    expect(build()).toEqual(build());
  });

  it('says only what the contract knows: every verb makes an event that its schema takes', () => {
    const at = { counter: 'C1', staff: 'P1' };
    const events = day('2026-03-02')
      .at('08:50').openHall().logOn('P1', 'C1').open('C1', { staff: 'P1', services: ['S1'] }).heartbeat('K1', 'kiosk').fault('K1', '缺纸').recover('K1')
      .issue('T1', { service: 'S1', number: 'A001', class: 'priority', channel: 'kiosk' }).call('T1', at).recall('T1', at).start('T1', at)
      .park('T1', at).unpark('T1', at).transfer('T1', { service: 'S2' }, at).end('T1', at).askRating(at, 'T1').rate(2, at, { ticket: 'T1', comment: '慢' })
      .defaultRating('C1').issue('T2', { service: 'S1' }).noShow('T2').issue('T3', { service: 'S1' }).leave('T3').issue('T4', { service: 'S1' })
      .remove('T4', '闭厅').observe('S1', 4, { openCounters: 2, lastNumber: 'A004' }).pause('C1', '午餐').resume('C1').close('C1').logOff('P1', 'C1')
      .closeHall().correct({ void: true, reason: '误报' })
      .events();
    for (const event of events) {
      expect(CloudEvent.safeParse(event).error).withContext(event.type).toBeUndefined();
      expect(eventData[event.type].safeParse(event.data).error).withContext(event.type).toBeUndefined();
    }
    expect(new Set(events.map((e) => e.type))).toEqual(new Set(Object.keys(eventData) as (keyof typeof eventData)[]));
    console.log(`day builder: ${String(events.length)} events of all ${String(Object.keys(eventData).length)} types checked`);
  });

  it('reaches past midnight, and can leave the clock out', () => {
    const events = day('2026-03-02').at('+1 00:10').closeHall().withoutClock().openHall().at('10:00').closeHall().events();
    expect(events.map((e) => e.time)).toEqual(['2026-03-03T00:10:00+08:00', undefined, '2026-03-02T10:00:00+08:00']);
  });

  it('knows the clocks of the zone: 08:00 in Warsaw is an hour nearer to UTC in winter than in summer', () => {
    const time = (date: string): string | undefined => day(date, 'Europe/Warsaw').at('08:00').openHall().events()[0]?.time;
    expect(time('2026-01-15')).toBe('2026-01-15T08:00:00+01:00');
    expect(time('2026-07-15')).toBe('2026-07-15T08:00:00+02:00');
    expect(day('2026-01-15', 'America/St_Johns').at('08:00').openHall().events()[0]?.time).toBe('2026-01-15T08:00:00-03:30');
  });

  it('corrects the event before, by its source and id', () => {
    const events = day('2026-03-02').at('09:00').from('/kiosk/1').issue('T1', { service: 'S1' }).from('/desk').correct({ void: true }).events();
    expect(events[1]?.data).toEqual({ source: '/kiosk/1', id: events[0]?.id, void: true });
  });

  it('says in words what is no date and no time of day', () => {
    expect(() => day('2026-02-30')).toThrowError(/"2026-02-30" is not a date/);
    expect(() => day('2026-02-03').at('9 Uhr')).toThrowError(/is not a time of day/);
  });
});
