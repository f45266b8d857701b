import { CloudEvent, eventData, eventTypes } from '../events/cloud-event.js';
import { HallRow } from '../rows/rows.js';
import { eventWords } from './event-types.js';
import { qualityFlags } from './quality.js';
import { refusals } from './refusals.js';
import { counterStates, hallStates, outcomes, ratingLevels, roles, severities, sourceStates, ticketStates } from './states.js';
import { idsOf, type Word } from './word.js';

describe('The glossary', () => {
  it('[W10] has a word in both languages for every event type and every closed list', () => {
    const alerts = ['raised', 'resolved', 'acknowledged', 'assigned', 'commented', 'escalated'].map((deed) => `alert.${deed}`);
    const own = [...alerts, 'silence.put', 'silence.lifted', 'standard.put', 'hall.configured'];
    expect(Object.keys(eventWords).sort()).toEqual([...eventTypes, ...own].sort());
    const lists: Record<string, Word>[] = [eventWords, qualityFlags, counterStates, ticketStates, hallStates, sourceStates, severities, outcomes, roles, ratingLevels];
    for (const list of lists) {
      for (const [id, { zh, en }] of Object.entries(list)) {
        expect(zh).withContext(id).toMatch(/\p{Script=Han}/u);
        expect(en).withContext(id).toMatch(/^[A-Z]/);
      }
      expect(new Set(Object.values(list).map(({ zh }) => zh)).size).toBe(Object.keys(list).length);
    }
    expect(idsOf(hallStates)).toEqual(['open', 'closed']);
    expect(HallRow.shape.state.options).toEqual(['open', 'closed']);
  });

  it('[W10] has a sentence in both languages for every refusal, and no English in Chinese but names', () => {
    for (const [code, { zh, en }] of Object.entries(refusals)) {
      expect(zh).withContext(code).toMatch(/\p{Script=Han}/u);
      expect(en).withContext(code).toMatch(/^[A-Z][^\p{Script=Han}]*$/u);
    }
  });

  it('[W11] keeps fields of an event that are not ours, and refuses a type that is not', () => {
    const event = { specversion: '1.0', id: '1', source: '/k', type: 'hall.opened', data: { by: 'hand' }, traceparent: 'x' };
    expect(CloudEvent.parse(event)).toEqual(event as never);
    expect(eventData['hall.opened'].parse(event.data)).toEqual({ by: 'hand' });
    expect(CloudEvent.safeParse({ ...event, type: 'hall.exploded' }).success).toBeFalse();
    expect(CloudEvent.safeParse({ ...event, type: 'hall.configured' }).success).toBeFalse();
  });
});
