import { computed, signal } from '@angular/core';
import { parseInstant } from '../../../shared/instant.js';
import { LOST_AFTER_MS } from './freshness';
import { HallClock } from './hall-clock';
const NEVER = { from: null, to: null };
/** When the server last spoke, by this page's steady clock and by the hall's own; and what was missed in between. */
export class Hearing {
    clock = new HallClock();
    heardAt = signal(0);
    elapsed = signal(0);
    heardHallAt = signal(null);
    lost = signal(NEVER);
    lastDataAt = this.heardHallAt.asReadonly();
    lostBetween = this.lost.asReadonly();
    silenceMs = computed(() => Math.max(0, this.elapsed() - this.heardAt()));
    /** A word came at `elapsed` of the steady clock, and said that it is `at` in the hall. */
    hear(elapsed, at) {
        const silentMs = elapsed - this.heardAt();
        this.heardAt.set(elapsed);
        this.elapsed.set(elapsed);
        const instant = parseInstant(at);
        if (Number.isNaN(instant))
            return;
        const before = this.heardHallAt();
        if (before !== null && silentMs >= LOST_AFTER_MS)
            this.lost.set({ from: before, to: instant });
        this.heardHallAt.set(instant);
        this.clock.set(instant, elapsed);
    }
    tick(elapsed) {
        this.elapsed.set(elapsed);
        this.clock.tick(elapsed);
    }
    /** Silence counts from now on; nothing is known of the hall. */
    restart(elapsed) {
        this.heardAt.set(elapsed);
        this.elapsed.set(elapsed);
        this.heardHallAt.set(null);
        this.lost.set(NEVER);
        this.clock.clear();
    }
}
//# sourceMappingURL=hearing.js.map