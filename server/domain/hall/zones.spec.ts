import type { Figures } from '../../../shared/rows/figures.js';
import { HallSettings } from '../../../shared/commands/hall.js';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { day } from '../golden/day-builder.js';
import { hallOf } from '../golden/hall-of.js';
import { settingsOf } from '../golden/hall-plan.js';
import { workingDay } from '../golden/working-day.js';
import { HallForSpec, settingsForSpec } from './hall.spec-kit.js';

const DATE = '2026-03-02';
const MINUTE = 60_000;
const at = (time: string) => `${DATE}T${time}:00+08:00`;
const written = () => day(DATE, 'Asia/Shanghai');
const counters = (...list: [id: string, zone: string | undefined, ...serviceIds: string[]][]) =>
  settingsForSpec({ counters: list.map(([id, zone, ...serviceIds]) => ({ id, name: id, serviceIds, ...(zone === undefined ? {} : { zone }) })) });
const zonesShown = (hall: HallForSpec) => Object.keys(hall.rows.figures).filter((id) => id.startsWith('zone:')).sort();

/** Waits to the first call by the zone of the counter that called, gathered plainly from the events. */
function plainWaits(events: PostedEvent[], zoneOf: (counterId: string) => string): Map<string, number[]> {
  const issued = new Map<string, number>();
  const waits = new Map<string, number[]>();
  for (const { type, time, data } of events) {
    if (type === 'ticket.issued') issued.set(data.ticketId, Date.parse(time!));
    if (type !== 'ticket.called') continue;
    const zone = zoneOf(data.counterId!);
    waits.set(zone, [...(waits.get(zone) ?? []), Date.parse(time!) - issued.get(data.ticketId)!]);
  }
  return waits;
}

function plainQuantile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  return sorted[Math.floor(h)]! + (h % 1) * (sorted[Math.ceil(h)]! - sorted[Math.floor(h)]!);
}

describe('Zones of a hall', () => {
  it('[F11] have figures where the settings draw them, and only there', () => {
    expect(zonesShown(new HallForSpec(at('08:00'), counters(['C1', undefined, 'S1'])))).toEqual([]);
    const hall = new HallForSpec(at('08:00'), counters(['C1', 'B'], ['C2', 'A'], ['C3', 'B'], ['C4', undefined]));
    hall.hear(written().at('09:00').open('C4').open('C9'));
    expect(zonesShown(hall)).toEqual(['zone:A', 'zone:B']);
    hall.configure(counters(['C1', 'C']), at('09:30'));
    expect(zonesShown(hall)).toEqual(['zone:C']);
  });

  it('[F11] take their counters together: calls, service, ratings, time', () => {
    const hall = new HallForSpec(at('08:00'), counters(['C1', 'A', 'S1'], ['C2', 'A', 'S1'], ['C3', 'B', 'S2']));
    hall.hear(written()
      .at('09:00').open('C1').open('C2').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' }).issue('T3', { service: 'S1' })
      .at('09:10').call('T1', 'C1').start('T1', 'C1').at('09:20').call('T2', 'C2').start('T2', 'C2').call('T3', 'C3')
      .at('09:30').end('T1', 'C1').end('T2', 'C2').rate(5, 'C1').rate(2, 'C2', { ticket: 'T2' }));
    const { tickets, waitMs, serviceMs, rating, counter } = hall.figures('zone:A');
    expect([tickets.called, tickets.served, tickets.stillWaiting, tickets.inService]).toEqual([2, 2, 0, 0]);
    expect([waitMs.count, waitMs.p50, serviceMs.mean, rating.mean]).toEqual([2, 15 * MINUTE, 15 * MINUTE, 3.5]);
    expect([counter.openMs, counter.busyMs]).toEqual([60 * MINUTE, 30 * MINUTE]);
    expect(hall.figures('zone:B').tickets).toEqual(jasmine.objectContaining({ issued: 0, called: 1, stillWaiting: 1 }));
  });

  it('[F11] have the queues of which they serve more than any other zone; a queue that two share alike is nobody’s', () => {
    const settings = counters(['C1', 'A', 'S1', 'S2'], ['C2', 'A', 'S1'], ['C3', 'B', 'S1', 'S2'], ['C4', undefined, 'S2']);
    const hall = new HallForSpec(at('08:00'), settings);
    hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).issue('T2', { service: 'S2' }).at('09:05').issue('T3', { service: 'S1' }).at('09:06').leave('T3'));
    const waiting = () => ['A', 'B'].map((zone) => hall.figures(`zone:${zone}`).tickets.stillWaiting);
    expect(waiting()).toEqual([1, 0]);
    expect(hall.until(at('09:20')).figures('zone:A').serviceLevel).toEqual(jasmine.objectContaining({ targetMs: 20 * MINUTE, within: 0, of: 1 }));
    expect(hall.figures('zone:A').tickets).toEqual(jasmine.objectContaining({ issued: 2, abandoned: 1 }));
    hall.hear(written().at('09:21').call('T1', 'C3'));
    expect(waiting()).toEqual([0, 1]);
  });

  it('[F11] of a whole working day have exactly the waits that a plain count of their counters’ calls gives', () => {
    const plan = hallOf(12);
    const events = workingDay({ seed: 'zones', date: DATE, plan });
    const hall = new HallForSpec(at('08:00'), HallSettings.parse(settingsOf(plan)));
    hall.hear({ events: () => events });
    const waits = plainWaits(events, (id) => plan.counters.find((counter) => counter.id === id)!.zone);
    const figures = hall.rows.figures;
    expect([...waits.keys()].map((zone) => `zone:${zone}`).sort()).toEqual(Object.keys(figures).filter((id) => id.startsWith('zone:')).sort());
    for (const [zone, values] of waits) {
      const { count, p50, p90, max } = (figures[`zone:${zone}`] as Figures).waitMs;
      expect([count, p50, p90, max]).withContext(zone).toEqual([values.length, plainQuantile(values, 0.5), plainQuantile(values, 0.9), Math.max(...values)]);
    }
  });
});
