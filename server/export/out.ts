import type { Daily } from '../../shared/rows/daily.js';

/** Snapshots one after the other, the earliest first. */
export type Days = AsyncIterable<Daily> | Iterable<Daily>;

/** Takes the next bytes of a file. */
export type Out = (bytes: Uint8Array) => void;
