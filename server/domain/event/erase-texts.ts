/** What is left of an event when its free texts are erased: all that figures, alerts and identities are made of. */
import { classFields, correctedFields, envelopeFields, ERASED, idFields } from '../../../shared/events/texts.js';
import type { HallEvent } from './own-event.js';

type Fields = Record<string, unknown>;

const named: ReadonlySet<string> = new Set([...idFields, ...classFields]);
/** Our texts in posted data, and how long they may be: a correction that is no good for one must stay no good. */
const ours: ReadonlySet<string> = new Set(['comment', 'message', 'reason']);
const LONGEST = 2_000;

/** The texts of our own events that people write. */
const ownTexts: Partial<Record<HallEvent['type'], string[]>> = { 'alert.commented': ['text'], 'alert.resolved': ['reason'], 'silence.put': ['reason'], 'case.opened': ['text'], 'case.stepped': ['text', 'remarks'], 'record.withdrawn': ['reason'], 'appraisal.frozen': ['reason'] };
const whole: readonly HallEvent['type'][] = ['hall.configured', 'standard.put', 'event.erased', 'alert.raised', 'alert.acknowledged', 'alert.assigned', 'alert.escalated', 'silence.lifted', 'record.put'];

/** The same event where there is nothing to erase, or no more. */
export function eraseTexts<E extends HallEvent>(event: E): E {
  if (whole.includes(event.type)) return event;
  const own = ownTexts[event.type];
  if (own !== undefined) return withData(event, withoutProof(own.reduce(eraseOnly, event.data as Fields)));
  const data = event.type === 'event.corrected' ? eraseCorrection(event.data) : eraseFields(event.data as Fields, named);
  return withData(eraseFields(event, envelopeFields), data);
}

/** Whether what was erased may also stand in what is kept beside the journal: alerts, silences and corrections. */
export function isKeptBeside(before: HallEvent, after: HallEvent): boolean {
  const { data, ...envelope } = before;
  void data;
  return ownTexts[before.type] !== undefined || before.type === 'event.corrected' || Object.entries(envelope).some(([name, value]) => after[name as keyof HallEvent] !== value);
}

function withData<E extends HallEvent>(event: E, data: Fields): E {
  return data === event.data ? event : { ...event, data };
}

/** A text, or texts by the id of what they are about. */
function eraseOnly(data: Fields, name: string): Fields {
  const text = data[name];
  if (typeof text === 'string') return text === ERASED ? data : { ...data, [name]: ERASED };
  const texts = Object.entries(text ?? {});
  return texts.every(([, one]) => one === ERASED) ? data : { ...data, [name]: Object.fromEntries(texts.map(([id]) => [id, ERASED])) };
}

/** What a case's files show is as free as what is written about it. */
function withoutProof(data: Fields): Fields {
  return Array.isArray(data['proof']) && data['proof'].length > 0 ? { ...data, proof: [] } : data;
}

function eraseCorrection(correction: Fields): Fields {
  const outer = eraseFields(correction, correctedFields);
  const inner = correction['data'] as Fields | undefined;
  const data = inner && eraseFields(inner, named);
  return data === inner ? outer : { ...outer, data };
}

function eraseFields<T extends object>(fields: T, kept: ReadonlySet<string>): T {
  let changed = false;
  const entries = Object.entries(fields).map(([name, value]: [string, unknown]): [string, unknown] => {
    const isText = typeof value === 'string' || (typeof value === 'object' && value !== null);
    if (!isText || value === ERASED || kept.has(name)) return [name, value];
    changed = true;
    return [name, ours.has(name) && !(typeof value === 'string' && value.length <= LONGEST) ? null : ERASED];
  });
  return changed ? Object.fromEntries(entries) as T : fields;
}
