/** Bodies that are nearly right: well-formed ones with bytes, values and nesting changed. */
import type { Dice } from './dice.js';

export interface Sent {
  method: 'POST' | 'PUT';
  path: string;
  type: string;
  body: Buffer;
}
const event = (type: string, data: object) => ({ specversion: '1.0', id: 'e1', source: '/kiosk/1', type, time: '2026-11-23T09:30:00+08:00', data });
const EVENTS = [
  event('ticket.issued', { ticketId: 't1', number: 'A1', serviceId: 'S1' }), event('ticket.called', { ticketId: 't1', counterId: 'C1' }), event('service.ended', { ticketId: 't1', outcome: 'served' }),
  event('rating.given', { counterId: 'C1', level: 1, comment: 'x', dimensions: { a: 5 } }), event('queue.observed', { serviceId: 'S1', waiting: 5 }), event('event.corrected', { source: '/kiosk/1', id: 'e1', void: true }), event('device.fault', { deviceId: 'd', message: 'x' }),
];
const SETTINGS = { name: 'a', timezone: 'Asia/Shanghai', services: [{ id: 'S1', name: 'x', waitLimit: 'PT20M' }], counters: [{ id: 'C1', name: 'C1', serviceIds: ['S1'] }], openingHours: [{ days: ['mon'], opens: '09:00', closes: '17:00' }] };
const STANDARD = { name: 'x', source: 'x', clauses: [{ id: 'wait', kind: 'ticket.wait', warnAfter: 'PT16M', breachAfter: 'PT20M', source: 'x' }] };
const KINDS: { method: Sent['method']; path: string; type: string; of: readonly object[] }[] = [
  { method: 'POST', path: 'halls/a/events', type: 'application/cloudevents+json', of: EVENTS },
  { method: 'POST', path: 'halls/a/events', type: 'application/cloudevents-batch+json', of: [EVENTS, EVENTS.slice(0, 1), []] },
  { method: 'POST', path: 'halls/a/events', type: 'application/x-ndjson', of: EVENTS },
  { method: 'PUT', path: 'halls/a', type: 'application/json', of: [SETTINGS] },
  { method: 'PUT', path: 'halls/a/standard', type: 'application/json', of: [STANDARD] },
  { method: 'POST', path: 'halls/a/standard/backtest', type: 'application/json', of: [{ clauses: STANDARD.clauses, from: '2026-11-23T00:00:00+08:00', to: '2026-11-24T00:00:00+08:00' }] },
  { method: 'POST', path: 'halls/a/silences', type: 'application/json', of: [{ until: '2026-11-23T12:00:00+08:00', reason: 'x', counterIds: ['C1'] }] },
  { method: 'POST', path: 'session', type: 'application/json', of: [{ username: 'nobody\u0000', password: '' }] },
];
const VALUES = ['null', 'true', '-1', '1e400', '9007199254740993', '""', '"\\ud800"', '"__proto__"', '[]', '{}', '{"__proto__":{"x":1}}', '{"constructor":1}', `"${'x'.repeat(5_000)}"`, `${'['.repeat(300)}${']'.repeat(300)}`, '"2026-02-30T25:61:61+99:99"', '"PT99999999999H"', '"\\u0000"'];
const BETWEEN = [...VALUES, ',', ':', '{', '}', '\\', '\n', '\ufeff', '//', "'"].map((text) => Buffer.from(text)).concat(Buffer.from([0xff, 0xc0, 0x80]), Buffer.from([0xed, 0xa0, 0x80]));

/** A value of the text replaced by another; where there is none, the bytes are changed. */
export function grownBody(dice: Dice): Sent {
  const { of, ...kind } = dice.of(KINDS);
  const text = JSON.stringify(dice.of(of));
  const values = [...text.matchAll(/:("[^"]*"|\d+|true)/g)];
  if (dice.below(2) === 0 && values.length > 0) {
    const { index, 0: found } = dice.of(values);
    return { ...kind, body: Buffer.from(`${text.slice(0, index)}:${dice.of(VALUES)}${text.slice(index + found.length)}`) };
  }
  return { ...kind, body: dice.mutated(Buffer.from(text), BETWEEN) };
}
