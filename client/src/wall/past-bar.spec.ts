import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { NOW } from '../spec-rows';
import { smallHall, WallOnShow } from './wall.spec-kit';

const MINUTE = 60_000;

describe('the wall as it stood', () => {
  let wall: WallOnShow;
  beforeEach(() => (wall = new WallOnShow()));
  afterEach(() => wall.leave());

  it('says so, promises no freshness, rings no bell, and its clock stands', async () => {
    await wall.show(smallHall(), { at: '2026-11-23T10:42', sound: '1' });
    expect(wall.ground.instants).toEqual(['2026-11-23T10:42']);
    expect(wall.text('.fresh')).toBe('历史时刻');
    expect(wall.text('hb-past-bar')).toContain('历史时刻 2026-11-23 10:42');
    expect(wall.find('hb-sound-switch')).toBeNull();
    wall.ground.pass(90);
    await wall.settle();
    expect(wall.text('.clock time')).toBe('10:42');
    expect(wall.find('.banner')).toBeNull();
  });

  it('moves by its slider through the address, and keeps what it shows until the other instant has come', async () => {
    await wall.show(smallHall(), { at: '2026-11-23T10:42' });
    const navigated = spyOn(TestBed.inject(Router), 'navigate').and.resolveTo(true);
    wall.find('hb-time-slider button:last-child').click();
    const { at } = navigated.calls.mostRecent().args[1]!.queryParams as { at: string };
    expect(Math.abs(Date.parse(at) - NOW - 15 * MINUTE)).toBeLessThan(MINUTE);
    await wall.turn({ at });
    expect(wall.text('.clock time')).toBe('10:42');
    expect(wall.ground.hellos.length).toBe(2);
    wall.find('hb-past-bar .plain').click();
    expect(navigated.calls.mostRecent().args[1]!.queryParams).toEqual({ at: null });
    await wall.turn({ at: undefined });
    expect(wall.ground.instants.at(-1)).withContext('live again').toBeNull();
  });
});
