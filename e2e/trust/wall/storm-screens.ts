/** A building of screens in a process of its own: bare sockets that greet, watch, and knock again as the client does. */
import { setTimeout as wait } from 'node:timers/promises';
import { reopenAfterMs } from '../../../shared/messages/reopen.js';
import { serve } from '../../../bench/child.js';
import { openScreen, type ScreenPlan } from '../../../bench/load/dialects.js';

export interface Standing {
  /** Hold a snapshot, or all that they had missed. */
  inSync: number;
  /** Knocks that were not answered with a line. */
  refused: number;
}

let [inSync, refused] = [0, 0];

function open({ screens, ...plan }: ScreenPlan & { screens: number }): void {
  for (let n = 0; n < screens; n++) void stay(plan);
}

async function stay(plan: ScreenPlan): Promise<never> {
  for (let attempts = 0; ; ) {
    await wait(reopenAfterMs(attempts++, Math.random()));
    const screen = await openScreen(plan).catch(() => null);
    if (screen) {
      inSync++;
      attempts = 0;
      await new Promise((fulfil) => screen.socket.once('close', fulfil));
      inSync--;
    } else refused++;
  }
}

const handlers = { open, standing: (_: null): Standing => ({ inSync, refused }) };
export type StormScreens = typeof handlers;
serve(handlers);
