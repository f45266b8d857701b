/**
 * Paints at most one chart a frame. A chart that is asked to paint again before its turn is painted once, with whatever is
 * newest then: ECharts' cost is per painting and not per point, and a dozen at once would hold the page for 45 ms.
 */
export class FrameQueue {
    request;
    cancel;
    waiting = new Map();
    frame = null;
    constructor(request = (run) => requestAnimationFrame(run), cancel = (frame) => cancelAnimationFrame(frame)) {
        this.request = request;
        this.cancel = cancel;
    }
    /** The newest `paint` of an owner wins; its place in the line stays. */
    ask(owner, paint) {
        this.waiting.set(owner, paint);
        this.frame ??= this.request(() => this.run());
    }
    forget(owner) {
        this.waiting.delete(owner);
        if (this.waiting.size > 0 || this.frame === null)
            return;
        this.cancel(this.frame);
        this.frame = null;
    }
    run() {
        this.frame = null;
        const next = this.waiting.entries().next();
        if (next.done)
            return;
        const [owner, paint] = next.value;
        this.waiting.delete(owner);
        paint();
        if (this.waiting.size > 0)
            this.frame ??= this.request(() => this.run());
    }
}
/** The page's one line of charts. */
export const frames = new FrameQueue();
//# sourceMappingURL=frame-queue.js.map