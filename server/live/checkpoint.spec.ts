import { demoHall } from '../domain/golden/demo-hall.js';
import { workingDay } from '../domain/golden/working-day.js';
import { foldEvent } from '../domain/hall/fold-event.js';
import { newHall, type Hall } from '../domain/hall/hall.js';
import { allRows } from '../domain/hall/make-rows.js';
import { HallSettings } from '../../shared/commands/hall.js';
import { parseInstant } from '../../shared/instant.js';
import { checkpointOf, hallOfCheckpoint } from './checkpoint.js';

const settings = HallSettings.parse({ name: 'Checkpointed', timezone: 'Asia/Shanghai' });
const events = workingDay({ seed: 'checkpoint', date: '2026-03-02', plan: demoHall });

function fold(hall: Hall, [from, to]: [number, number]): Hall {
  events.slice(from, to).forEach((event, index) => foldEvent(hall, { seq: from + index + 1, loggedAt: parseInstant(event.time!), event }));
  return hall;
}

describe('A checkpoint', () => {
  const fresh = () => newHall('centre', settings, parseInstant(events[0]!.time!));

  it('gives the hall back as it was, in the middle of a day and of its services', () => {
    for (const part of [0.1, 0.35, 0.6, 0.9]) {
      const hall = fold(fresh(), [0, Math.floor(events.length * part)]);
      expect(allRows(hallOfCheckpoint(checkpointOf(hall)))).withContext(String(part)).toEqual(allRows(hall));
    }
  });

  it('lets the day go on as if nothing had been', () => {
    const middle = Math.floor(events.length / 2);
    const whole = fold(fresh(), [0, events.length]);
    const first = fold(fresh(), [0, middle]);
    allRows(first); // ended tickets are put away by now
    const resumed = fold(hallOfCheckpoint(checkpointOf(first)), [middle, events.length]);
    expect(allRows(resumed)).toEqual(allRows(whole));
  });
});
