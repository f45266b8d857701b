import type { EventData, EventType, PostedEvent } from '../../../shared/events/cloud-event.js';
import { addDays, formatLocal, localInstant } from './local-time.js';

/**
 * The day builder: one small language in which specs, golden days, browser flows and the demo write what happened in a hall.
 *
 *   day('2026-03-02', 'Asia/Shanghai')
 *     .at('09:00').open('C1').issue('T1', { service: 'S1' })
 *     .at('09:07').call('T1', 'C1').at('09:07:20').start('T1', 'C1')
 *     .at('09:15').end('T1', 'C1').events();
 *
 * Promises: events in the order they were written, ids unique within the day and the same each time, `time` with the zone's
 * offset. It forbids nothing: rough days (an end without a start, a counter nobody opened) are what many specs are about.
 */
export function day(date: string, timezone = 'Asia/Shanghai'): DayBuilder {
  return new DayBuilder(date, timezone);
}

type Outcome = EventData<'service.ended'>['outcome'];
type Level = 1 | 2 | 3 | 4 | 5;
interface Issue {
  service: string;
  number?: string;
  class?: string;
  channel?: string;
}
/** Who serves: a counter alone, or with the staff at it. */
type Place = string | { counter: string; staff?: string };

function placed(place: Place | undefined): { counterId?: string; staffId?: string } {
  if (place === undefined) return {};
  if (typeof place === 'string') return { counterId: place };
  return { counterId: place.counter, ...(place.staff === undefined ? {} : { staffId: place.staff }) };
}

function rated(place: Place, ticketId?: string): EventData<'rating.requested'> {
  const { counterId = '', staffId } = placed(place);
  return { counterId, ...(ticketId === undefined ? {} : { ticketId }), ...(staffId === undefined ? {} : { staffId }) };
}

export class DayBuilder {
  private readonly written: PostedEvent[] = [];
  private now: number | undefined;
  private source = '/day';

  constructor(
    readonly date: string,
    readonly timezone: string,
  ) {
    this.now = localInstant(date, '00:00', timezone);
  }

  /** What follows happens at this time of the day (`'+1 00:10'` is ten past the next midnight), or at this epoch instant. */
  at(when: string | number): this {
    if (typeof when === 'number') {
      this.now = when;
      return this;
    }
    const [time = '', days = '0'] = when.split(' ').reverse();
    this.now = localInstant(addDays(this.date, Number(days)), time, this.timezone);
    return this;
  }

  /** What follows carries no time, until the next `at`. */
  withoutClock(): this {
    this.now = undefined;
    return this;
  }

  /** What follows is posted by this source. */
  from(source: string): this {
    this.source = source;
    return this;
  }

  /** Any event at all; the verbs below are these words for the common ones. */
  post<T extends EventType>(type: T, data: EventData<T>): this {
    const id = `${this.date.replaceAll('-', '')}-${String(this.written.length + 1)}`;
    const time = this.now === undefined ? {} : { time: formatLocal(this.now, this.timezone) };
    // TypeScript cannot see that T ties `type` to `data` here as it does in PostedEvent; the signature already proved it.
    this.written.push({ specversion: '1.0', id, source: this.source, type, ...time, data } as PostedEvent);
    return this;
  }

  issue(ticketId: string, { service, number = ticketId, class: customerClass, channel }: Issue): this {
    return this.post('ticket.issued', {
      ticketId,
      number,
      serviceId: service,
      ...(customerClass === undefined ? {} : { customerClass }),
      ...(channel === undefined ? {} : { channel }),
    });
  }
  call(ticketId: string, place?: Place): this {
    return this.post('ticket.called', { ticketId, ...placed(place) });
  }
  recall(ticketId: string, place?: Place): this {
    return this.post('ticket.recalled', { ticketId, ...placed(place) });
  }
  start(ticketId: string, place?: Place): this {
    return this.post('service.started', { ticketId, ...placed(place) });
  }
  end(ticketId: string, place?: Place, outcome: Outcome = 'completed'): this {
    return this.post('service.ended', { ticketId, outcome, ...placed(place) });
  }
  noShow(ticketId: string, place?: Place): this {
    return this.post('ticket.noShow', { ticketId, ...placed(place) });
  }
  /** The person gives up waiting. */
  leave(ticketId: string): this {
    return this.post('ticket.abandoned', { ticketId });
  }
  remove(ticketId: string, reason?: string): this {
    return this.post('ticket.removed', { ticketId, ...(reason === undefined ? {} : { reason }) });
  }
  park(ticketId: string, place?: Place): this {
    return this.post('ticket.parked', { ticketId, ...placed(place) });
  }
  unpark(ticketId: string, place?: Place): this {
    return this.post('ticket.resumed', { ticketId, ...placed(place) });
  }
  transfer(ticketId: string, to: { service?: string; counter?: string }, place?: Place): this {
    return this.post('ticket.transferred', {
      ticketId,
      ...placed(place),
      ...(to.service === undefined ? {} : { toServiceId: to.service }),
      ...(to.counter === undefined ? {} : { toCounterId: to.counter }),
    });
  }

  open(counterId: string, more: { staff?: string; services?: string[] } = {}): this {
    return this.post('counter.opened', {
      counterId,
      ...(more.staff === undefined ? {} : { staffId: more.staff }),
      ...(more.services === undefined ? {} : { serviceIds: more.services }),
    });
  }
  close(counterId: string, reason?: string): this {
    return this.post('counter.closed', { counterId, ...(reason === undefined ? {} : { reason }) });
  }
  pause(counterId: string, reason?: string): this {
    return this.post('counter.paused', { counterId, ...(reason === undefined ? {} : { reason }) });
  }
  resume(counterId: string): this {
    return this.post('counter.resumed', { counterId });
  }
  logOn(staffId: string, counterId: string): this {
    return this.post('staff.loggedOn', { staffId, counterId });
  }
  logOff(staffId: string, counterId: string): this {
    return this.post('staff.loggedOff', { staffId, counterId });
  }

  askRating(place: Place, ticketId?: string): this {
    return this.post('rating.requested', rated(place, ticketId));
  }
  rate(level: Level, place: Place, more: { ticket?: string; comment?: string } = {}): this {
    const comment = more.comment === undefined ? {} : { comment: more.comment };
    return this.post('rating.given', { ...rated(place, more.ticket), level, ...comment });
  }
  defaultRating(place: Place, ticketId?: string): this {
    return this.post('rating.defaulted', { ...rated(place, ticketId), level: 5 });
  }

  /** A board was read: so many people wait for the service. */
  observe(serviceId: string, waiting: number, more: { openCounters?: number; lastNumber?: string } = {}): this {
    return this.post('queue.observed', { serviceId, waiting, ...more });
  }
  heartbeat(deviceId: string, kind?: string): this {
    return this.post('device.heartbeat', { deviceId, ...(kind === undefined ? {} : { kind }) });
  }
  fault(deviceId: string, message?: string): this {
    return this.post('device.fault', { deviceId, ...(message === undefined ? {} : { message }) });
  }
  recover(deviceId: string): this {
    return this.post('device.recovered', { deviceId });
  }
  openHall(): this {
    return this.post('hall.opened', {});
  }
  closeHall(): this {
    return this.post('hall.closed', {});
  }
  /** Corrects the event written last but `back`: `correct({ void: true })` takes back the last one. */
  correct(correction: { data?: Record<string, unknown>; void?: boolean; reason?: string }, back = 0): this {
    const wrong = this.written.at(-1 - back);
    if (!wrong) throw new RangeError('Nothing was written yet that could be corrected: write the event first');
    return this.post('event.corrected', { source: wrong.source, id: wrong.id, ...correction });
  }

  events(): PostedEvent[] {
    return [...this.written];
  }
}
