import { Stage } from '../../e2e/walls/stage.js';
import type { HallSize } from '../../server/domain/golden/hall-of.js';
import type { Rows, StateAnswer } from '../../shared/rows/rows.js';

/** Rows as the server itself makes them of a calm morning; the hall's clock, which stands still there, runs at `speed`. */
export async function rowsOfMorning(size: HallSize, speed: number): Promise<Rows> {
  const stage = await Stage.open();
  try {
    const hallId = await stage.hall('calm', size);
    const answer = await fetch(`${stage.server.url}/api/v1/halls/${hallId}/state`);
    const { rows } = (await answer.json()) as StateAnswer;
    rows.hall[hallId] = { ...rows.hall[hallId]!, speed };
    return rows;
  } finally {
    await stage.end();
  }
}
