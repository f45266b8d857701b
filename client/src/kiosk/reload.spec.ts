import { reloadDue, type PageLife, type ReloadCause } from './reload';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const well: PageLife = { upMs: 5 * HOUR, heapBytes: 40e6, silenceMs: 900, closed: false, quietMs: 2 * MINUTE, outdated: false };

describe('a page that stands for days', () => {
  const cases: [string, Partial<PageLife>, ReloadCause | null][] = [
    ['stays as it is while all is well', {}, null],
    ['takes a new build at a quiet minute', { outdated: true }, 'build'],
    ['does not take it while alerts change or a breach stands', { outdated: true, quietMs: MINUTE - 1 }, null],
    ['takes it at closing time, whatever stands', { outdated: true, quietMs: 0, closed: true }, 'build'],
    ['loads itself anew at closing time when it is older than twelve hours', { closed: true, upMs: 12 * HOUR }, 'closing'],
    ['does not at a closing time of its younger days', { closed: true, upMs: 12 * HOUR - 1 }, null],
    ['does not while the hall is open, however old', { upMs: 500 * HOUR }, null],
    ['loads itself anew after ten minutes without a word', { silenceMs: 10 * MINUTE }, 'lost'],
    ['waits until then', { silenceMs: 10 * MINUTE - 1 }, null],
    ['loads itself anew above 300 MB', { heapBytes: 300e6 + 1 }, 'heap'],
    ['does not judge a heap that the browser hides', { heapBytes: null }, null],
  ];
  for (const [what, life, cause] of cases) it(what, () => expect(reloadDue({ ...well, ...life })).toBe(cause));

  it('does nothing of this in its first ten minutes, so that no cause can turn in a loop', () => {
    const everything = { heapBytes: 1e9, silenceMs: 10 * MINUTE, closed: true, outdated: true };
    expect(reloadDue({ ...well, ...everything, upMs: 10 * MINUTE - 1 })).toBeNull();
    expect(reloadDue({ ...well, ...everything, upMs: 10 * MINUTE })).toBe('heap');
  });
});
