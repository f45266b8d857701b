const collator = new Intl.Collator('zh-CN', { numeric: true });
/** A2 before A10, and always the same whatever order the rows came in. */
export function natural(a, b) {
    return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
//# sourceMappingURL=natural.js.map