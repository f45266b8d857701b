/** One stage and one browser for all specs of walls: both are dear to start. They go when the last spec has run. */
import { closeBrowser } from '../screens/browser.js';
import { Look } from './look.js';
import { Stage } from './stage.js';

let openStage: Promise<Stage> | null = null;
let openLook: Promise<Look> | null = null;

export const stage = (): Promise<Stage> => (openStage ??= Stage.open());
/** The page that goes from wall to wall, at 1920×1080 unless a spec resizes it. */
export const look = (): Promise<Look> => (openLook ??= Look.open());

afterAll(async () => {
  await (await openLook)?.close();
  await (await openStage)?.end();
  await closeBrowser();
}, 30_000);
