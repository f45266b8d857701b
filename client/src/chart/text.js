/** How the words of every chart look. */
export function words({ text, size, font }) {
    return { color: text, fontSize: size, fontFamily: font };
}
/** Han and their points fill their square; Latin letters and digits take a little more than half of it. */
const LATIN_SHARE = 0.6;
/** The room beside a chart that its longest name needs, in px; what is longer than `most` letters is cut. */
export function roomFor(names, size, most) {
    const longest = names.reduce((widest, name) => Math.max(widest, lettersOf(name)), 0);
    return Math.ceil(Math.min(longest, most) * size);
}
function lettersOf(text) {
    const full = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
    return full + (text.length - full) * LATIN_SHARE;
}
//# sourceMappingURL=text.js.map