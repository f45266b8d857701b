import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SwUpdate } from '@angular/service-worker';
import { EMPTY, Subject } from 'rxjs';
import type { Rows } from '../../../shared/rows/rows.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { OpenFeeds } from '../feed/open-feeds';
import { ThisScreen } from '../feed/this-screen';
import { ManualGround } from '../spec-ground';
import { alertRow, hallRow } from '../spec-rows';
import { Keeper } from './keeper';

const MINUTE = 60;

describe('the keeper of a page that nobody attends', () => {
  let ground: ManualGround;
  let reloads: number;
  let page: 'wall' | 'desk';
  let serverAnswers: boolean;
  let updates: number;
  let unrecoverable: Subject<void>;
  const hall = signal<Rows['hall']>({});
  const alerts = signal<Rows['alerts']>({});
  const silenceMs = signal(0);
  const build = signal<string | null>(null);

  beforeEach(() => {
    ground = new ManualGround();
    [reloads, updates, page, serverAnswers, unrecoverable] = [0, 0, 'wall', true, new Subject()];
    hall.set({ h1: hallRow() });
    alerts.set({});
    silenceMs.set(0);
    build.set('main-OLD');
    sessionStorage.clear();
    spyOn(window, 'fetch').and.callFake(async () => {
      if (!serverAnswers) throw new TypeError('Failed to fetch');
      return new Response('{}');
    });
    const screen = { build: 'main-OLD', page: () => page, upMs: () => ground.elapsed(), heapBytes: () => 40e6, reload: () => reloads++ };
    const worker = { unrecoverable, versionUpdates: EMPTY, checkForUpdate: async () => Boolean(++updates) };
    TestBed.configureTestingModule({
      providers: [{ provide: FEED_GROUND, useValue: ground }, { provide: ThisScreen, useValue: screen }, { provide: SwUpdate, useValue: worker }],
    });
    TestBed.inject(OpenFeeds).add({ rows: { hall, alerts }, silenceMs, build });
    TestBed.inject(Keeper);
    TestBed.tick();
  });

  async function pass(seconds: number): Promise<void> {
    TestBed.tick();
    for (let passed = 0; passed < seconds; passed += 15) {
      ground.pass(15);
      for (let i = 0; i < 5; i++) await Promise.resolve();
    }
    await new Promise(requestAnimationFrame);
  }

  it('fetches a new build and loads it at a quiet minute, once', async () => {
    await pass(11 * MINUTE);
    build.set('main-NEW');
    await pass(15);
    expect([reloads, updates]).toEqual([1, 1]);
    await pass(60 * MINUTE);
    expect(reloads).toBe(1);
  });

  it('leaves the page alone while a breach stands', async () => {
    alerts.set({ a1: alertRow() });
    build.set('main-NEW');
    await pass(60 * MINUTE);
    expect(reloads).toBe(0);
    alerts.set({ a1: alertRow({ resolvedAt: 1 }) });
    await pass(45);
    expect(reloads).toBe(0);
    await pass(30);
    expect(reloads).toBe(1);
  });

  it('never reloads into nothing: a lost page waits until somebody answers', async () => {
    serverAnswers = false;
    silenceMs.set(11 * MINUTE * 1_000);
    await pass(11 * MINUTE);
    expect(reloads).toBe(0);
    serverAnswers = true;
    await pass(15);
    expect(reloads).toBe(1);
  });

  it('never reloads a page at which people write', async () => {
    page = 'desk';
    silenceMs.set(60 * MINUTE * 1_000);
    await pass(60 * MINUTE);
    expect(reloads).toBe(0);
  });

  it('loads the page anew when the worker’s store is damaged', () => {
    unrecoverable.next();
    expect(reloads).toBe(1);
  });
});
