import { severityOf, worseOf } from './severity';

const MIN = 60_000;

describe('severity', () => {
  it('is none below four fifths of the limit, near from there, over from the limit on', () => {
    expect(severityOf(24 * MIN - 1, 30 * MIN)).toBe('none');
    expect(severityOf(24 * MIN, 30 * MIN)).toBe('near');
    expect(severityOf(30 * MIN - 1, 30 * MIN)).toBe('near');
    expect(severityOf(30 * MIN, 30 * MIN)).toBe('over');
  });

  it('is none where no limit was promised or nobody waits', () => {
    expect(severityOf(900 * MIN, null)).toBe('none');
    expect(severityOf(900 * MIN, 0)).toBe('none');
    expect(severityOf(null, 30 * MIN)).toBe('none');
  });

  it('of two is the worse', () => {
    expect(worseOf('near', 'over')).toBe('over');
    expect(worseOf('near', 'none')).toBe('near');
  });
});
