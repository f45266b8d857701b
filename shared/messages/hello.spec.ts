import { Subject } from 'rxjs';
import type { Delta } from './messages.js';
import { HallFeed } from '../../server/feed/hall-feed.js';
import { Mirror } from '../../server/live/mirror.js';

type Feed = ConstructorParameters<typeof HallFeed>[0];
type Screen = Parameters<HallFeed['join']>[0];

/** A feed of a hall that has published so many deltas of epoch `now`, and what a screen that says hello is sent. */
function hello(published: number, says: { epoch?: string; seq?: number }): string[] {
  const deltas = new Subject<Delta>();
  const place = () => ({ hallId: 'h', epoch: 'now', seq: published });
  const hall = { deltas, erased: new Subject<void>(), publish: () => undefined, position: place, now: () => 0, open: {}, settings: { counters: [] }, shown: () => ({ seq: published, held: new Mirror().held }) };
  const feed = new HallFeed(hall as unknown as Feed, () => 0);
  for (let seq = 1; seq <= published; seq++) deltas.next({ hallId: 'h', epoch: 'now', prev: seq - 1, seq, at: '', put: {}, remove: {} });
  const sent: string[] = [];
  const screen = { audience: 'desk', write: (frame: Buffer | Buffer[]) => sent.push(/\["(.*)$/.exec(Buffer.concat([frame].flat()).toString())![1]!) > 0 };
  feed.join(screen as unknown as Screen, says);
  return sent.map((text) => `${/^\w+/.exec(text)?.[0]} ${/"seq":(\d+)/.exec(text)?.[1]}`);
}

describe('A screen that says hello', () => {
  it('[W4] gets the deltas it missed when it holds a seq of this epoch that the server still knows of', () => {
    expect(hello(5, { epoch: 'now', seq: 3 })).toEqual(['delta 4', 'delta 5', 'beat 5']);
    expect(hello(5, { epoch: 'now', seq: 5 })).toEqual(['beat 5']);
  });

  it('[W4] gets everything when it is new, of another epoch, too far behind, or ahead', () => {
    for (const says of [{}, { epoch: 'before', seq: 5 }, { epoch: 'now' }, { epoch: 'now', seq: 9 }]) expect(hello(5, says)[0]).toBe('snapshot 5');
    expect(hello(600, { epoch: 'now', seq: 20 })[0]).toBe('snapshot 600');
    expect(hello(600, { epoch: 'now', seq: 90 })[0]).toBe('delta 91');
  });
});
