/** The address of a wall; its key stands in the fragment, so that no server's log ever holds it. */
export function wallLink(hall, look, key) {
    const link = new URL(`/wall/${hall.hallId}`, hall.origin);
    const { name, inch, dist, page, lang } = look;
    for (const [field, value] of Object.entries({ name, inch, dist, page, lang }))
        if (value)
            link.searchParams.set(field, value);
    if (!look.sound)
        link.searchParams.set('sound', '0');
    link.hash = new URLSearchParams({ t: key }).toString();
    return link.href;
}
//# sourceMappingURL=wall-link.js.map