import { DestroyRef, ElementRef, inject, signal } from '@angular/core';
const PHONE = '(max-width: 640px)';
/** The room of the component that asks, in rem, kept current: one observer for as long as the component lives. */
export function roomOfHost() {
    const element = inject(ElementRef).nativeElement;
    const room = signal(null, { equal: (a, b) => a?.width === b?.width && a?.height === b?.height });
    const observer = new ResizeObserver(() => room.set(measure(element)));
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    return room;
}
function measure(element) {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const scrolls = matchMedia(PHONE).matches;
    return { width: element.clientWidth / rem, height: scrolls ? null : element.clientHeight / rem };
}
//# sourceMappingURL=room.js.map