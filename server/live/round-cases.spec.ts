import fc from 'fast-check';
import { weekdays } from '../../shared/glossary/choices.js';
import type { HallSettings } from '../../shared/commands/hall.js';
import type { RecordContent } from '../../shared/commands/records.js';
import { parseInstant } from '../../shared/instant.js';
import { localTime } from '../domain/calendar/day.js';
import { OWN_SOURCE, type HallEvent, type RecordEvent } from '../domain/event/own-event.js';
import { advance, nextDeadline } from '../domain/hall/advance.js';
import { foldEvent } from '../domain/hall/fold-event.js';
import { newHall, type Hall } from '../domain/hall/hall.js';
import { settingsForSpec } from '../domain/hall/hall.spec-kit.js';
import { casesOfRounds } from './round-cases.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Plan = Extract<RecordContent, { kind: 'roundPlan' }>;
const daily: Plan = { kind: 'roundPlan', items: [{ id: 'a', text: '地面', photo: false }], days: [...weekdays], at: '09:30', within: 'PT1H', owner: 'wang' };

/** A hall with its journal, looked at when the spec says so. */
class Looked {
  hall: Hall;
  private readonly journal: { at: number; event: HallEvent }[] = [];

  constructor(private readonly begin: number, private readonly settings: HallSettings) {
    this.hall = newHall('spec', settings, begin);
  }

  put(recordId: string, content: Plan, later = 0): this {
    const putAt = this.hall.now;
    const data = { recordId, title: recordId, content, approvedBy: 'li', putAt, putBy: 'wang', effectiveFromAt: putAt + later, expiresAt: null };
    return this.fold({ specversion: '1.0', id: `p${this.journal.length}`, source: OWN_SOURCE, type: 'record.put', data });
  }

  withdraw(recordId: string): this {
    return this.fold({ specversion: '1.0', id: `w${this.journal.length}`, source: OWN_SOURCE, type: 'record.withdrawn', data: { recordId, at: this.hall.now, by: 'li', reason: '1' } } satisfies RecordEvent);
  }

  fold(event: HallEvent): this {
    this.journal.push({ at: this.hall.now, event });
    foldEvent(this.hall, { seq: this.hall.seq + 1, loggedAt: this.hall.now, event });
    return this;
  }

  look(at: number): this {
    advance(this.hall, at);
    for (const event of casesOfRounds(this.hall, (_hallId, wanted) => wanted ?? '')) this.fold(event);
    return this;
  }

  /** From one deadline to the next, as a live hall does. */
  live(to: number): this {
    for (let next = nextDeadline(this.hall); next <= to; next = nextDeadline(this.hall)) this.look(next);
    return this.look(to);
  }

  restart(): this {
    this.hall = newHall('spec', this.settings, this.begin);
    let seq = 0;
    for (const { at, event } of this.journal) {
      advance(this.hall, at);
      foldEvent(this.hall, { seq: ++seq, loggedAt: at, event });
    }
    return this;
  }

  get opened(): string[] {
    return [...this.hall.cases.values()].map(({ plan, openedAt }) => `${plan!.id} ${plan!.version} ${new Date(openedAt).toISOString()}`).sort();
  }

  get local(): string[] {
    return [...this.hall.cases.values()].map(({ openedAt }) => openedAt).sort((a, b) => a - b).map((at) => `${localTime(at, this.hall.day.zone).date.slice(5)} ${localTime(at, this.hall.day.zone).time}`);
  }
}

const office = [{ days: [...weekdays.slice(0, 5)], opens: '09:00', closes: '17:00' }];
const from = (text: string, settings: Parameters<typeof settingsForSpec>[0] = {}) => new Looked(parseInstant(text), settingsForSpec(settings));

describe('Rounds that a plan asks for', () => {
  it('[U1] open at their very time, once, also after a restart, and are told late', () => {
    const hall = from('2026-03-02T08:00:00+08:00').put('clean', daily).live(parseInstant('2026-03-03T09:29:59+08:00'));
    expect(hall.local).toEqual(['03-02 09:30']);
    hall.look(parseInstant('2026-03-03T09:30:00+08:00')).restart().look(hall.hall.now);
    expect(hall.local).toEqual(['03-02 09:30', '03-03 09:30']);
    hall.restart().look(parseInstant('2026-03-06T20:00:00+08:00')).look(parseInstant('2026-03-06T20:00:01+08:00'));
    expect(hall.local.slice(2)).toEqual(['03-04 09:30', '03-05 09:30', '03-06 09:30']);
    expect([...hall.hall.cases.values()].map(({ kind, owner, number, dueAt, openedAt }) => [kind, owner, number, dueAt! - openedAt])[4]).toEqual(['round', 'wang', 'P-260005', HOUR]);
  });

  it('[U1] of more than a week of silence the last week is told', () => {
    expect(from('2026-03-02T08:00:00+08:00').put('clean', daily).look(parseInstant('2026-03-20T10:00:00+08:00')).local.map((text) => text.slice(0, 5))).toEqual(['03-13', '03-14', '03-15', '03-16', '03-17', '03-18', '03-19', '03-20']);
  });

  it('[U1] go by the hall\'s own clocks where these change', () => {
    const newYork = (text: string) => from(text, { timezone: 'America/New_York' }).put('night', { ...daily, at: '02:30' });
    expect(newYork('2026-03-07T12:00:00-05:00').live(parseInstant('2026-03-09T12:00:00-04:00')).local).toEqual(['03-08 03:00', '03-09 02:30']);
    const autumn = from('2026-10-31T12:00:00-04:00', { timezone: 'America/New_York' }).put('night', { ...daily, at: '01:30' }).live(parseInstant('2026-11-02T12:00:00-05:00'));
    expect([autumn.local, autumn.opened[0]]).toEqual([['11-01 01:30', '11-02 01:30'], 'night 1 2026-11-01T05:30:00.000Z']);
  });

  it('[U2] are not held while the hall is closed; on a day worked instead (调休) those of every usual day are', () => {
    const exceptions = [{ date: '2026-10-01', hours: [] }, { date: '2026-10-02', hours: [] }, { date: '2026-10-10', hours: [{ opens: '09:00', closes: '17:00' }] }];
    const hall = from('2026-09-30T08:00:00+08:00', { openingHours: office, exceptions });
    hall.put('daily', { ...daily, days: [...weekdays.slice(0, 5)] }).put('weekend', { ...daily, at: '10:00', days: ['sat'] }).put('mondays', { ...daily, at: '11:00', days: ['mon'] });
    expect(hall.live(parseInstant('2026-10-12T12:00:00+08:00')).local).toEqual(['09-30 09:30', '10-05 09:30', '10-05 11:00', '10-06 09:30', '10-07 09:30', '10-08 09:30', '10-09 09:30', '10-10 09:30', '10-12 09:30', '10-12 11:00']);
    expect(from('2026-09-30T08:00:00+08:00', { exceptions: exceptions.slice(0, 2) }).put('a', daily).live(parseInstant('2026-10-03T12:00:00+08:00')).local).toEqual(['09-30 09:30', '10-03 09:30']);
  });

  it('[U2] are as the version in force at its own time says, one a day, and none of a plan that was withdrawn', () => {
    const hall = from('2026-03-02T08:00:00+08:00').put('clean', daily).live(parseInstant('2026-03-02T10:00:00+08:00')).put('clean', { ...daily, at: '11:00' }).live(parseInstant('2026-03-03T08:00:00+08:00'));
    hall.put('clean', { ...daily, at: '10:30', items: [...daily.items, { id: 'b', text: '出口', photo: true }] }, 2 * DAY).live(parseInstant('2026-03-06T08:00:00+08:00')).withdraw('clean').live(parseInstant('2026-03-08T08:00:00+08:00'));
    expect(hall.opened.map((text) => text.slice(6, 24))).toEqual(['1 2026-03-02T01:30', '2 2026-03-03T03:00', '2 2026-03-04T03:00', '3 2026-03-05T02:30']);
  });
});

const act = fc.record({
  gap: fc.integer({ min: 0, max: 6 * 24 * 4 }), does: fc.constantFrom('look' as const, 'look' as const, 'restart' as const, 'put' as const, 'put' as const, 'withdraw' as const),
  plan: fc.constantFrom('A', 'B'), at: fc.integer({ min: 0, max: 95 }), days: fc.subarray([...weekdays], { minLength: 1 }), later: fc.constantFrom(0, 3 * HOUR, 2 * DAY),
});
const world = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Europe/Lisbon', 'Africa/Casablanca'),
  begin: fc.constantFrom('2026-03-05T00:00:00Z', '2026-10-22T00:00:00Z', '2026-10-29T00:00:00Z').map((text) => parseInstant(text)),
  open: fc.subarray([...weekdays]), closed: fc.subarray([2, 5, 9, 12]), worked: fc.subarray([3, 4, 10]), acts: fc.array(act, { minLength: 3, maxLength: 12 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const [MINUTE, QUARTER] = [HOUR / 60, HOUR / 4];
const timeOf = (quarters: number) => `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

function settingsOf({ zone, begin, open, closed, worked }: World): HallSettings {
  const dateOf = (days: number) => localTime(begin + days * DAY, zone).date;
  const hours = [{ opens: '09:00', closes: '17:00' }];
  return settingsForSpec({
    timezone: zone, openingHours: open.length === 0 ? [] : [{ days: open, ...hours[0]! }],
    exceptions: [...closed.map((days) => ({ date: dateOf(days), hours: [] })), ...worked.map((days) => ({ date: dateOf(days), hours }))],
  });
}

/** Whether the hall opens on a date, and the weekdays that it is worked instead of. */
function calendarOn({ exceptions, openingHours }: HallSettings, { date, weekday }: { date: string; weekday: (typeof weekdays)[number] }) {
  const exception = exceptions?.find((one) => one.date === date);
  const usual = new Set(openingHours.flatMap(({ days }) => days));
  const isUsual = usual.size === 0 || usual.has(weekday);
  return { isOpen: exception ? exception.hours.length > 0 : isUsual, instead: isUsual ? null : [...usual] };
}

/** The journal read naively: every quarter of an hour is asked which plan's time has come on a day that had none yet. */
function askedFor(settings: HallSettings, { records }: Hall, [begin, end]: [number, number]): string[] {
  const found = new Map<string, string>();
  for (let at = begin; at <= end; at += QUARTER) {
    const { date, time } = localTime(at, settings.timezone);
    const weekday = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]!;
    const { isOpen, instead } = calendarOn(settings, { date, weekday });
    for (const versions of records.values()) {
      const plan = versions.findLast(({ effectiveFromAt, withdrawnAt }) => effectiveFromAt <= at && (withdrawnAt === null || withdrawnAt > effectiveFromAt));
      if (!plan || plan.content.kind !== 'roundPlan' || at >= (plan.withdrawnAt ?? Infinity) || found.has(`${plan.id} ${date}`)) continue;
      const { days, at: due } = plan.content;
      const isHeld = isOpen && (instead ?? [weekday]).every((one) => days.includes(one));
      const before = localTime(at - QUARTER, settings.timezone);
      const hasCome = time >= due && (before.date < date || before.time < due) && !(before.date === date && before.time > time);
      if (isHeld && hasCome) found.set(`${plan.id} ${date}`, `${plan.id} ${plan.version} ${new Date(at).toISOString()}`);
    }
  }
  return [...found.values()].sort();
}

/** `open`: what the spec plants is wrong with the looking. */
function opensOnce(made: World, twist: (hall: Looked) => void = () => undefined): void {
  const settings = settingsOf(made);
  const looked = new Looked(made.begin, settings);
  for (const { gap, does, plan, at, days, later } of made.acts) {
    looked.look(looked.hall.now + gap * QUARTER);
    if (does !== 'look') looked.look(looked.hall.now + MINUTE); // nobody says anything at the very instant at which a round begins
    if (does === 'restart') looked.restart();
    else if (does === 'put') looked.put(plan, { ...daily, at: timeOf(at), days }, later);
    else if (does === 'withdraw' && looked.hall.records.has(plan)) looked.withdraw(plan);
  }
  looked.look(looked.hall.now + DAY);
  twist(looked);
  const asked = askedFor(settings, looked.hall, [made.begin, looked.hall.now]);
  if (JSON.stringify(looked.opened) !== JSON.stringify(asked)) throw new Error(`opened ${looked.opened.join(', ')}; asked for ${asked.join(', ')}`);
}

describe('Laws of rounds', () => {
  it('[U1] each plan opens one round on each of its days, whenever the hall is looked at, restarts, and whatever its clocks and calendar do', () => {
    const found = fc.check(fc.property(world, (made) => opensOnce(made)), { numRuns: 150 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    const forgetful = (looked: Looked) => looked.hall.cases.delete([...looked.hall.cases.keys()][0] ?? '');
    expect(fc.check(fc.property(world, (made) => opensOnce(made, forgetful)), { numRuns: 50, endOnFailure: true }).failed).withContext('the planted fault').toBeTrue();
    console.log(`round laws: ${found.numRuns} cases, seed ${found.seed}`);
  });
});
