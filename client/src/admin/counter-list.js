const BETWEEN = /[,，、;；\s]+/;
const RANGE = /^(.*?)(\d+)[-–—~～至](?:\1)?(\d+)$/;
const MOST = 2_000;
const HEADING = /^(id|no\.?|编号|窗口编号|窗口号)$/i;
/** `A01–A12, B1` → A01 … A12, B1; the width of the first number stands. */
export function idsOfRange(text) {
    const ids = [];
    const unread = [];
    for (const piece of text.replace(/\s*([-–—~～至])\s*/g, '$1').split(BETWEEN).filter(Boolean)) {
        const [, prefix = '', from = '', to = ''] = RANGE.exec(piece) ?? [];
        const [first, last] = [Number(from), Number(to)];
        if (!from)
            ids.push(piece);
        else if (last < first || last - first >= MOST)
            unread.push(piece);
        else
            for (let number = first; number <= last; number++)
                ids.push(prefix + String(number).padStart(from.length, '0'));
    }
    return { ids: [...new Set(ids)], unread };
}
/** Cells as a spreadsheet copies them: id, name, zone, services by id or name. An empty cell takes what `or` says. */
export function readCells(text, { services, or }) {
    const read = { counters: [], unread: [] };
    const known = new Map(services.flatMap(({ id, name }) => [[name, id], [id, id]]));
    for (const line of text.split(/\r?\n/)) {
        const [id = '', name = '', zone = '', served = ''] = line.split('\t').map((cell) => cell.trim());
        if (!id || HEADING.test(id))
            continue;
        const words = known.has(served) ? [served] : served.split(/[,，、;；]/).map((word) => word.trim()).filter(Boolean);
        read.unread.push(...words.filter((word) => !known.has(word)));
        const serviceIds = words.flatMap((word) => known.get(word) ?? []);
        const ofZone = zone || or.zone;
        read.counters.push({ id, name: name || id, serviceIds: words.length ? serviceIds : or.serviceIds, ...(ofZone ? { zone: ofZone } : {}) });
    }
    return read;
}
/** Known ids take what is new of them in their place and keep the rest; others follow at the end. */
export function merged(counters, added) {
    const byId = new Map(counters.map((counter) => [counter.id, counter]));
    for (const counter of added)
        byId.set(counter.id, { ...byId.get(counter.id), ...counter });
    return [...byId.values()];
}
//# sourceMappingURL=counter-list.js.map