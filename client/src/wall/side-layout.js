/** Heights in rem of what stands in the side column; the stylesheets of its parts keep to them. */
const HEAD = 3;
const ALERT = 4.2;
const BAR = 2.25;
const GAP = 1;
const CURVE = 11;
/** More alerts than these nobody reads off a wall. */
const MOST_ALERTS = 7;
/** So many bars keep their room, whatever the alerts. */
const LEAST_BARS = 4;
/** From this width on its parts stand side by side. */
const TWO_COLUMNS = 56;
/** Alerts take the room that they need, bars what is then left, and the curves come where there still is room to read them. */
export function sideLayout(room, { alerts, bars }) {
    const wide = room.width >= TWO_COLUMNS;
    if (room.height === null)
        return { wide, alerts: MOST_ALERTS, bars, curves: 0 }; // a phone: the second page follows below with its charts
    const free = room.height - HEAD;
    const kept = wide ? 0 : GAP + HEAD + Math.min(bars, LEAST_BARS) * BAR;
    const shown = Math.max(1, Math.min(alerts, MOST_ALERTS, Math.floor((free - kept) / ALERT)));
    const below = free - Math.min(shown, alerts) * ALERT - GAP;
    const slots = Math.max(1, Math.min(bars, Math.floor(((wide ? room.height : below) - HEAD) / BAR)));
    const rest = wide ? below : below - HEAD - slots * BAR - GAP;
    return { wide, alerts: shown, bars: slots, curves: Math.max(0, Math.min(2, Math.floor(rest / CURVE))) };
}
//# sourceMappingURL=side-layout.js.map