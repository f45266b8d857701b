/** The ids of a closed word list, in the order in which they are written. */
export function idsOf(words) {
    return Object.keys(words);
}
//# sourceMappingURL=word.js.map