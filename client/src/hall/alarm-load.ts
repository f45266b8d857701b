/** How many alerts call on the people of a desk. EEMUA 191: more than ten in ten minutes nobody keeps up with. */
const FLOOD = 10;
const WITHIN_MS = 10 * 60_000;

export interface AlarmLoad {
  lastTenMinutes: number;
  today: number;
  flood: boolean;
}

/** `raisedAt`: of every alert known of, once each. */
export function alarmLoad(raisedAt: Iterable<number>, { now, dayStartAt }: { now: number; dayStartAt: number }): AlarmLoad {
  const [all, recent] = [[...raisedAt].filter((at) => at >= dayStartAt), now - WITHIN_MS];
  const lastTenMinutes = all.filter((at) => at > recent).length;
  return { lastTenMinutes, today: all.length, flood: lastTenMinutes > FLOOD };
}
