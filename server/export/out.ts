/** Takes the next bytes of a file. */
export type Out = (bytes: Uint8Array) => void;
