import { signal } from '@angular/core';
/**
 * The hall's clock. It is told by the server's beats and only carried on between them, since a replayed day runs on its own
 * time; this machine's own clock is never shown. One signal, set once a second, drives every running minute of the page.
 */
export class HallClock {
    anchor = null;
    speed = 1;
    shown = signal(null);
    /** The hall's instant in epoch ms; null until the first word from the server. */
    now = this.shown;
    /** The server said that it is `at`, heard at `elapsed` of this page's own steady clock. */
    set(at, elapsed) {
        this.anchor = { at, elapsed };
        if (this.shown() === null)
            this.tick(elapsed);
    }
    /** How fast the hall's clock runs. */
    setSpeed(speed) {
        this.speed = speed > 0 ? speed : 1;
    }
    tick(elapsed) {
        if (this.anchor)
            this.shown.set(this.anchor.at + (elapsed - this.anchor.elapsed) * this.speed);
    }
    clear() {
        this.anchor = null;
        this.shown.set(null);
    }
}
//# sourceMappingURL=hall-clock.js.map