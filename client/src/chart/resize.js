const tellers = new WeakMap();
const observer = new ResizeObserver((entries) => {
    for (const { target } of entries)
        tellers.get(target)?.();
});
/** The page's one observer of the sizes of charts. Answers with what ends it. */
export function onResize(element, tell) {
    tellers.set(element, tell);
    observer.observe(element);
    return () => {
        observer.unobserve(element);
        tellers.delete(element);
    };
}
//# sourceMappingURL=resize.js.map