/** What settings and rows may choose from, apart from the words of the glossary. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** How a wall cuts its field: by the room there is, or always as told. */
export const densities = ['auto', 'large', 'middle', 'compact', 'rows', 'zones'] as const;

export const personRoles = ['admin', 'supervisor', 'reader'] as const;

/** The states of a strip: closed, open and free, serving or calling, paused; the one that filled most of the quarter. */
export const stripStates = { c: 'closed', o: 'open', s: 'serving', p: 'paused' } as const;
