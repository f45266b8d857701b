/**
 * Which fields of an event name things, and so stand in the figures for ever: ids and classes. Every other text is free: it is
 * masked before it is stored where it holds personal data, and may be erased later.
 */

/** Of the envelope. */
export const envelopeFields: ReadonlySet<string> = new Set(['specversion', 'id', 'source', 'type', 'time', 'datacontenttype', 'masked', 'data']);
/** Of the data of any type. */
export const idFields: ReadonlySet<string> = new Set([
  'ticketId', 'number', 'serviceId', 'counterId', 'staffId', 'deviceId', 'visitId', 'toServiceId', 'toCounterId', 'serviceIds',
]);
/** Texts of which figures are made, though they name nobody. */
export const classFields: ReadonlySet<string> = new Set(['customerClass', 'channel', 'kind', 'outcome', 'lastNumber', 'dimensions']);
/** Of a correction: the event that it speaks of. */
export const correctedFields: ReadonlySet<string> = new Set(['source', 'id', 'data', 'void']);

/** What stands where a text was erased. */
export const ERASED = '[erased]';
