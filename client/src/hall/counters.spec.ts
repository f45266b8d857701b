import { counterRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { counterTile, shortLabels, type Around } from './counters';
import { queuesOf } from './queues';

function around(over: Partial<Around> = {}): Around {
  const queues = new Map(queuesOf({ s1: serviceRow({ oldestIssuedAt: NOW - 31 * MINUTE }) }, NOW).map((queue) => [queue.id, queue]));
  return { now: NOW, queues, staleIds: new Set(), ...over };
}

describe('a counter’s tile', () => {
  it('says state, ticket and the minutes of the present state', () => {
    expect(counterTile('A01', counterRow(), around())).toEqual({
      label: '综合窗口', state: 'serving', ticket: 'A023', minutes: '4', waiting: 3, wait: '31', severity: 'over', stale: false,
    });
  });

  it('of a closed counter has no minutes and no severity', () => {
    const tile = counterTile('A01', counterRow({ state: 'closed', ticketNumber: null }), around());
    expect([tile.minutes, tile.severity, tile.ticket]).toEqual(['—', 'none', '']);
  });

  it('of a counter whose device is silent hides its minutes and its severity', () => {
    const tile = counterTile('A01', counterRow(), around({ staleIds: new Set(['A01']) }));
    expect([tile.minutes, tile.severity, tile.stale]).toEqual(['—', 'none', true]);
  });

  it('shows a dash where it is not known since when, or what time it is', () => {
    expect(counterTile('A01', counterRow({ stateAt: null }), around()).minutes).toBe('—');
    expect(counterTile('A01', counterRow(), around({ now: null })).minutes).toBe('—');
    expect(counterTile('A01', undefined, around()).minutes).toBe('—');
  });

  it('too small for names shows what tells it from its neighbours', () => {
    expect(shortLabels(['A01', 'A02', 'A12'])).toEqual(['01', '02', '12']);
    expect(shortLabels(['desk-108', 'desk-109'])).toEqual(['108', '109']);
    expect(shortLabels(['counter-0007'])).toEqual(['007']);
  });
});
