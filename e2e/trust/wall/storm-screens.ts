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

/** How long screens wait before they knock: as the client does, or as one with a planted bug. */
const patience = {
  client: reopenAfterMs,
  none: () => 0,
  inStep: (attempts: number) => reopenAfterMs(attempts, 0.5),
};
export type Patience = keyof typeof patience;

let [inSync, refused] = [0, 0];
/** When each knocked, in ms of the machine's clock. */
let knocks: number[] = [];

function open({ screens, waits, ...plan }: ScreenPlan & { screens: number; waits: Patience }): void {
  for (let n = 0; n < screens; n++) void stay(plan, patience[waits]);
}

async function stay(plan: ScreenPlan, waitMs: typeof reopenAfterMs): Promise<never> {
  for (let attempts = 0; ; ) {
    await wait(waitMs(attempts++, Math.random()));
    knocks.push(performance.timeOrigin + performance.now());
    const screen = await openScreen(plan).catch(() => null);
    if (screen) {
      inSync++;
      attempts = 0;
      await new Promise((fulfil) => screen.socket.once('close', fulfil));
      inSync--;
    } else refused++;
  }
}

/** The knocks since this was last asked. */
function knocked(): number[] {
  const since = knocks;
  knocks = [];
  return since;
}

const handlers = { open, knocked: (_: null) => knocked(), standing: (_: null): Standing => ({ inSync, refused }) };
export type StormScreens = typeof handlers;
serve(handlers);
