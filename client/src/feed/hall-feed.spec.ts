import { TestBed } from '@angular/core/testing';
import { hashRows } from '../../../shared/messages/hash.js';
import { ManualGround } from '../spec-ground';
import { counterRow, hallOf, hallRow, NOW } from '../spec-rows';
import { FEED_GROUND, HallFeed } from './hall-feed';
import { OpenFeeds } from './open-feeds';
import { ThisScreen } from './this-screen';

const ROWS = hallOf(6, { service: '社保', counter: '窗口', number: 'A001' });

describe('the feed', () => {
  let ground: ManualGround;
  let feed: HallFeed;
  let reloads: number;
  const status = { screenId: 'w-1', page: 'wall', build: 'main-OLD' };

  beforeEach(() => {
    ground = new ManualGround();
    reloads = 0;
    const screen = { id: 'w-1', status: () => status, reload: () => reloads++ };
    TestBed.configureTestingModule({ providers: [HallFeed, { provide: FEED_GROUND, useValue: ground }, { provide: ThisScreen, useValue: screen }] });
    feed = TestBed.inject(HallFeed);
    feed.watch('h1', 'a-key');
  });

  it('says hello when the line opens, with nothing held', () => {
    ground.say({ kind: 'opened' });
    expect(ground.keys).toEqual(['a-key']);
    expect(ground.hellos).toEqual([{ protocol: 1, hallId: 'h1' }]);
  });

  it('says hello with its place when the line opens again', () => {
    ground.begin(ROWS);
    ground.say({ kind: 'shut' });
    ground.say({ kind: 'opened' });
    expect(ground.hellos.at(-1)).toEqual({ protocol: 1, hallId: 'h1', epoch: 'e1', seq: 10 });
  });

  it('puts and removes rows as deltas say, and keeps the identity of every other row', () => {
    ground.begin(ROWS);
    const untouched = feed.rows.counters()['A02'];
    ground.delta(10, 12, { put: { counters: { A01: counterRow({ ticketNumber: 'A777' }) } }, remove: { counters: ['A03'] } });
    expect(feed.rows.counters()['A01']?.ticketNumber).toBe('A777');
    expect('A03' in feed.rows.counters()).toBeFalse();
    expect(feed.rows.counters()['A02']).toBe(untouched);
  });

  it('answers a gap with hello and its place, takes nothing meanwhile, and asks once', () => {
    ground.begin(ROWS);
    ground.delta(11, 12, { remove: { counters: ['A01'] } });
    ground.delta(12, 13, { remove: { counters: ['A02'] } });
    expect(ground.hellos.length).toBe(2);
    expect(ground.hellos.at(-1)).toEqual({ protocol: 1, hallId: 'h1', epoch: 'e1', seq: 10 });
    expect(feed.tally().gaps).toBe(1);
    expect(Object.keys(feed.rows.counters()).length).toBe(6);
  });

  it('goes on from the missed deltas that answer its hello', () => {
    ground.begin(ROWS);
    ground.delta(11, 12);
    ground.delta(10, 12, { remove: { counters: ['A01'] } });
    ground.delta(12, 13, { remove: { counters: ['A02'] } });
    expect(Object.keys(feed.rows.counters())).toEqual(['A03', 'A04', 'A05', 'A06']);
    expect(ground.hellos.length).toBe(2);
  });

  it('takes a delta of another epoch for a gap', () => {
    ground.begin(ROWS);
    ground.say({ kind: 'delta', body: { hallId: 'h1', epoch: 'e2', prev: 10, seq: 11, at: new Date(NOW).toISOString(), put: {}, remove: {} } });
    expect(ground.hellos.length).toBe(2);
  });

  it('is content with a beat whose hash is that of its rows', () => {
    ground.begin(ROWS);
    ground.beat(10, hashRows(ROWS));
    expect(ground.hellos.length).toBe(1);
    expect(feed.tally().mismatches).toBe(0);
  });

  it('counts a hash that differs and asks for everything anew', () => {
    ground.begin(ROWS);
    ground.beat(10, 'not-the-hash');
    expect(feed.tally().mismatches).toBe(1);
    expect(ground.hellos.at(-1)).toEqual({ protocol: 1, hallId: 'h1' });
  });

  it('does not judge a hash of rows it does not yet hold', () => {
    ground.begin(ROWS);
    ground.beat(11, 'of-later-rows');
    expect(feed.tally().mismatches).toBe(0);
    expect(ground.hellos.length).toBe(1);
  });

  it('asks again when three beats in a row stand ahead of its rows', () => {
    ground.begin(ROWS);
    for (let i = 0; i < 3; i++) ground.beat(11);
    expect(ground.hellos.at(-1)).toEqual({ protocol: 1, hallId: 'h1', epoch: 'e1', seq: 10 });
  });

  it('takes a beat at its own place for the answer to a hello after which nothing was missed', () => {
    ground.begin(ROWS);
    ground.say({ kind: 'opened' });
    for (let i = 0; i < 5; i++) ground.beat(10);
    expect(ground.hellos.length).toBe(2);
    ground.delta(11, 12);
    expect(feed.tally().gaps).toBe(1);
  });

  it('asks again when a hello stays unanswered for three beats', () => {
    ground.say({ kind: 'opened' });
    for (let i = 0; i < 3; i++) ground.beat(11);
    expect(ground.hellos.length).toBe(2);
  });

  it('is live, reconnecting from 3 s of silence, lost from 10 s, and live again with the next word', () => {
    expect(feed.freshness()).toBe('connecting');
    ground.begin(ROWS);
    ground.pass(2);
    expect(feed.freshness()).toBe('live');
    ground.pass(1);
    expect(feed.freshness()).toBe('reconnecting');
    ground.pass(7);
    expect(feed.freshness()).toBe('lost');
    ground.beat(10);
    expect(feed.freshness()).toBe('live');
  });

  it('gives up a line that is silent for ten seconds, and the next one ten seconds later', () => {
    ground.begin(ROWS);
    ground.pass(9);
    expect(ground.reopened).toBe(0);
    ground.pass(1);
    expect(ground.reopened).toBe(1);
    ground.pass(9);
    expect(ground.reopened).toBe(1);
    ground.pass(1);
    expect(ground.reopened).toBe(2);
    ground.beat(10);
    ground.pass(9);
    expect(ground.reopened).toBe(2);
  });

  it('is made no fresher by beats while its rows are behind', () => {
    ground.begin(ROWS);
    for (let second = 0; second < 10; second++) {
      ground.pass(1);
      ground.beat(12);
    }
    expect(feed.freshness()).toBe('lost');
    ground.delta(10, 12);
    expect(feed.freshness()).toBe('live');
  });

  it('shows the hall’s clock and carries it on at the hall’s speed between beats', () => {
    ground.begin({ ...ROWS, hall: { h1: hallRow({ speed: 60 }) } });
    expect(feed.now()).toBe(NOW);
    ground.pass(2);
    expect(feed.now()).toBe(NOW + 120_000);
    expect(feed.lastDataAt()).toBe(NOW);
  });

  it('tells how the screen is after each answered hello, and once a minute while the server speaks', () => {
    ground.say({ kind: 'opened' });
    expect(ground.statuses.length).toBe(0);
    ground.snapshot(ROWS);
    ground.delta(10, 11);
    expect(ground.statuses.length).toBe(1);
    ground.pass(59);
    ground.beat(11);
    expect(ground.statuses.length).toBe(1);
    ground.pass(1);
    expect(ground.statuses.length).toBe(2);
    ground.say({ kind: 'opened' });
    ground.beat(11);
    expect(ground.statuses.length).toBe(3);
    ground.pass(120);
    expect(ground.statuses.length).toBe(3);
  });

  it('loads the page anew when it is asked to, and not when another screen is', () => {
    ground.begin(ROWS);
    ground.say({ kind: 'reload', body: { screenId: 'w-2' } });
    expect(reloads).toBe(0);
    ground.say({ kind: 'reload', body: { screenId: 'w-1' } });
    expect(reloads).toBe(1);
  });

  it('knows between which of the hall’s instants it last heard nothing for ten seconds or more', () => {
    ground.pass(30);
    ground.begin(ROWS);
    ground.pass(9);
    ground.beat(10);
    expect(feed.lostBetween()).toEqual({ from: null, to: null });
    ground.pass(10);
    ground.beat(10);
    expect(feed.lostBetween()).toEqual({ from: NOW + 39_000, to: NOW + 49_000 });
  });

  it('is known to the page as open until it ends, with the build that the server names', () => {
    ground.begin(ROWS);
    const open = TestBed.inject(OpenFeeds);
    expect(open.all()[0]?.build()).toBe('main-NEW');
    TestBed.resetTestingModule();
    expect(open.all()).toEqual([]);
  });

  it('is refused with the server’s words, asks again every 15 s, and recovers with the first snapshot', () => {
    ground.say({ kind: 'opened' });
    ground.say({ kind: 'refused', body: { code: 'unknownHall', message: 'no hall h1' } });
    expect(feed.freshness()).toBe('refused');
    expect(feed.refused()?.message).toBe('no hall h1');
    ground.pass(14);
    expect(ground.hellos.length).toBe(1);
    ground.pass(1);
    expect(ground.hellos.length).toBe(2);
    ground.snapshot(ROWS);
    expect(feed.freshness()).toBe('live');
  });

  it('takes being cut for slowness as no refusal', () => {
    ground.begin(ROWS);
    ground.say({ kind: 'refused', body: { code: 'slow', message: 'too slow' } });
    expect(feed.freshness()).toBe('live');
  });

  it('closes its line when it turns to another hall and when it ends', () => {
    feed.watch('h2', null);
    expect(ground.closed).toBe(1);
    TestBed.resetTestingModule();
    expect(ground.closed).toBe(2);
  });
});
