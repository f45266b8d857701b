/** Personal data in a posted event: free texts are masked, and a field that names something may not be a person's number. */
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { correctedFields, envelopeFields, idFields } from '../../shared/events/texts.js';
import { isPersonal, maskText } from '../../shared/personal.js';
import type { Refusal } from './check-event.js';

type Fields = Record<string, unknown>;

/** Null when no field that names something holds a person's number; else which, and what would be accepted. */
export function personalRefusal({ type, data }: PostedEvent): Refusal | null {
  const field = personalField(data) ?? (type === 'event.corrected' && data.data ? personalField(data.data) : undefined);
  if (field === undefined) return null;
  return { code: 'personalData', message: `data.${field}: is a mobile number or a resident id; send a number of your own making, such as A012, that tells nobody who the person is` };
}

function personalField(data: Fields): string | undefined {
  for (const name in data) if (idFields.has(name) && isPersonalId(data[name])) return name;
  return undefined;
}

function isPersonalId(value: unknown): boolean {
  return typeof value === 'string' ? isPersonal(value) : Array.isArray(value) && value.some(isPersonalId);
}

/** The event with what is personal masked in its free texts, marked as `masked`; the same event where there is nothing. */
export function maskEvent(event: PostedEvent): PostedEvent {
  const data = event.type === 'event.corrected' ? maskCorrection(event.data) : maskFields(event.data, idFields);
  const masked = maskFields(event, envelopeFields);
  return data === event.data && masked === event ? event : { ...masked, data, masked: true } as PostedEvent;
}

function maskCorrection(correction: Fields): Fields {
  const masked = maskFields(correction, correctedFields);
  const inner = correction['data'] as Fields | undefined;
  const data = inner && maskFields(inner, idFields);
  return data === inner ? masked : { ...masked, data };
}

function maskFields<T extends Fields>(fields: T, kept: ReadonlySet<string>): T {
  // every event comes this way, and hardly one holds a text
  for (const name in fields) {
    if (kept.has(name) || (maskText(name) === name && maskValue(fields[name]) === fields[name])) continue;
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => (kept.has(name) ? [name, value] : [maskText(name), maskValue(value)]))) as T;
  }
  return fields;
}

const NOTHING: ReadonlySet<string> = new Set();

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return maskFields(value as Fields, NOTHING);
  const masked = value.map(maskValue);
  return masked.every((one, index) => one === value[index]) ? value : masked;
}
