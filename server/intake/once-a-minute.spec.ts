import { OnceAMinute } from './once-a-minute.js';

describe('An error that comes over and over', () => {
  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

  it('is logged at first, then once a minute by its number, and anew when it was gone for a minute', () => {
    const error = jasmine.createSpy();
    const told = new OnceAMinute({ error });
    const full = new Error('full');
    for (let n = 0; n < 5; n++) told.tell(full);
    expect(error.calls.allArgs()).toEqual([[full]]);
    jasmine.clock().tick(60_000);
    expect(error.calls.mostRecent().args).toEqual(['4 more in the last minute, as logged before']);
    told.tell(full);
    jasmine.clock().tick(60_000);
    expect(error.calls.mostRecent().args).toEqual(['1 more in the last minute, as logged before']);
    jasmine.clock().tick(60_000);
    expect(error).toHaveBeenCalledTimes(3);
    told.tell(full);
    expect(error.calls.mostRecent().args).toEqual([full]);
  });
});
