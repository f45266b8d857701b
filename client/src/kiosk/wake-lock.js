import { computed, effect, inject } from '@angular/core';
import { fromEvent, merge, of } from 'rxjs';
import { OpenFeeds } from '../feed/open-feeds';
/** Keeps the machine's screen lit while a hall is being watched; silent where the browser cannot or may not. */
export function keepAwake() {
    if (!('wakeLock' in navigator))
        return; // plain http, or an older browser
    const feeds = inject(OpenFeeds).all;
    const watching = computed(() => feeds().length > 0);
    let lock = Promise.resolve(null);
    const renew = async () => {
        const held = await lock;
        if (!watching())
            return void held?.release();
        if (document.visibilityState === 'visible' && (!held || held.released))
            lock = navigator.wakeLock.request('screen').catch(() => null);
    };
    effect((onCleanup) => {
        watching();
        // The browser lets go of the lock whenever the page is hidden.
        const turning = merge(of(null), fromEvent(document, 'visibilitychange')).subscribe(() => void renew());
        onCleanup(() => turning.unsubscribe());
    });
}
//# sourceMappingURL=wake-lock.js.map