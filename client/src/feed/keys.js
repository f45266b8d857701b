/** The key of a wall: it comes once in the address (`#t=KEY`), is kept per hall on this machine and wiped from the address. */
const nameOf = (hallId) => `hallboard.key.${hallId}`;
export function keepKey(hallId, key, storage = localStorage) {
    storage.setItem(nameOf(hallId), key);
}
export function keptKey(hallId, storage = localStorage) {
    return storage.getItem(nameOf(hallId));
}
/** The halls that this machine holds a key of. */
export function hallsWithKey(storage = localStorage) {
    return Object.keys(storage).flatMap((name) => (name.startsWith(nameOf('')) ? [name.slice(nameOf('').length)] : []));
}
/** The key in an address's fragment, `#t=KEY`, or null. */
export function keyIn(fragment) {
    return new URLSearchParams(fragment.replace(/^#/, '')).get('t') || null;
}
/** Takes the key out of the page's address into this machine's store, and answers the key the hall is to be watched with. */
export function takeKey(hallId, page = window) {
    const key = keyIn(page.location.hash);
    if (key) {
        keepKey(hallId, key, page.localStorage);
        page.history.replaceState(page.history.state, '', page.location.pathname + page.location.search);
    }
    return key ?? keptKey(hallId, page.localStorage);
}
//# sourceMappingURL=keys.js.map