/** Equality for answers made of strings, numbers and booleans: what reads the same need not be painted again. */
export function sameFields(a, b) {
    const [left, right] = [Object.entries(a), b];
    return left.length === Object.keys(b).length && left.every(([name, value]) => Object.is(value, right[name]));
}
/** The same for lists of such answers. */
export function sameList(a, b) {
    return a.length === b.length && a.every((item, i) => item === b[i] || sameFields(item, b[i]));
}
/** For lists of plain values. */
export function sameValues(a, b) {
    return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
//# sourceMappingURL=same.js.map