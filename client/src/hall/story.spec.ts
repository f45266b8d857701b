import type { AlertStory } from '../../../shared/commands/alert.js';
import { alertRow, MINUTE, NOW } from '../spec-rows';
import { stepsOf } from './story';

const called = (seq: number): AlertStory['events'][number] => ({ seq, at: NOW + seq, type: 'ticket.called', data: { counterId: 'A01' } });
const story = (over: Partial<AlertStory>): AlertStory => ({ alert: { id: 'a', ...alertRow() }, deeds: [], events: [], ...over });

describe('the story of an alert', () => {
  it('tells deeds and events in the order of time, with place and reason', () => {
    const { steps, left } = stepsOf(story({
      deeds: [{ at: NOW, deed: 'raised', by: null, text: null }, { at: NOW + MINUTE, deed: 'commented', by: 'li', text: 'coming' }],
      events: [{ seq: 1, at: NOW - MINUTE, type: 'ticket.issued', data: { number: 'A001' } }, { seq: 2, at: NOW + 2, type: 'counter.paused', data: { counterId: 'A01', reason: 'lunch' } }],
    }));
    expect(steps.map(({ what, text }) => `${'deed' in what ? what.deed : what.event} ${text}`)).toEqual(['ticket.issued A001', 'raised ', 'counter.paused A01 · lunch', 'commented coming']);
    expect(left).toBe(0);
  });

  it('leaves out the earliest of many events, and says how many', () => {
    const { steps, left } = stepsOf(story({ events: Array.from({ length: 45 }, (_, seq) => called(seq)) }));
    expect([steps.length, left, steps[0]?.at]).toEqual([40, 5, NOW + 5]);
  });
});
