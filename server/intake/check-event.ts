/**
 * The gate of the hot intake: one compiled check per event type, made from the contract's own schemas (coercion and
 * stripping off), so that what the API page says and what is refused are one text.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { CloudEvent, eventData, eventTypes, type EventType, type IntakeProblem } from '../../shared/events/cloud-event.js';
import { parseInstant } from '../../shared/instant.js';
import { isDeeper } from './json.js';

export type Refusal = Pick<IntakeProblem, 'code' | 'message'>;

/** Whatever stands in the journal from there a person or the server itself decided. */
const OWN = '/hallboard';
const MAX_DEPTH = 16;
const ajv = new Ajv2020({ strict: false, allErrors: false, ownProperties: true });
const checks = new Map<string, ValidateFunction>(eventTypes.map((type) => [type, compile(type)]));

function compile(type: EventType): ValidateFunction {
  const { properties, required } = z.toJSONSchema(CloudEvent, { unrepresentable: 'any' });
  const data = z.toJSONSchema(eventData[type], { unrepresentable: 'any' });
  return ajv.compile({ type: 'object', properties: { ...properties, type: { const: type }, data }, required });
}

/** Null when the event may be stored; else which field broke which rule, and what would be accepted. */
export function refusalOf(event: unknown): Refusal | null {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    return { code: 'notAnEvent', message: 'an event must be a JSON object: {"specversion": "1.0", "id", "source", "type", "time", "data"}' };
  }
  const { type, time, source } = event as { type?: unknown; time?: unknown; source?: unknown };
  if (typeof source === 'string' && (source === OWN || source.startsWith(`${OWN}/`))) return { code: 'ownSource', message: `source: ${OWN} is Hallboard's own; name the system or device that the event comes from, such as /kiosk/3` };
  const check = typeof type === 'string' ? checks.get(type) : undefined;
  if (!check) return unknownType(type);
  if (!check(event)) return broken(check.errors!.at(-1)!); // of a choice, the last speaks for all of it
  if (typeof time === 'string' && Number.isNaN(parseInstant(time))) {
    return { code: 'invalid', message: 'time: must be an RFC 3339 instant with an offset, such as 2026-11-23T09:30:00+08:00' };
  }
  if (isDeeper(event, MAX_DEPTH + 1)) return { code: 'tooDeep', message: `${deepField(event).slice(0, 80)}: may be nested at most ${MAX_DEPTH} levels deep` };
  return null;
}

function unknownType(type: unknown): Refusal {
  const said = typeof type === 'string' ? `"${type.slice(0, 80)}" is no event type` : 'must be a text';
  return { code: 'unknownType', message: `type: ${said}; known are ${eventTypes.join(', ')}` };
}

function broken({ instancePath, keyword, params, message }: ErrorObject): Refusal {
  const path = instancePath.slice(1).replaceAll('/', '.');
  const field = keyword === 'required' ? [path, params['missingProperty']].filter(Boolean).join('.') : path;
  if (keyword === 'required') return { code: 'invalid', message: `${field}: is missing` };
  if (keyword === 'pattern') return { code: 'invalid', message: `${field}: ${patternRule(field)}` };
  if (keyword === 'enum') return { code: 'invalid', message: `${field}: must be one of ${(params['allowedValues'] as unknown[]).join(', ')}` };
  if (keyword === 'const') return { code: 'invalid', message: `${field}: must be ${JSON.stringify(params['allowedValue'])}` };
  if (keyword === 'anyOf') return { code: 'invalid', message: `${field}: must name toServiceId or toCounterId` };
  return { code: 'invalid', message: `${field}: ${message}` };
}

function patternRule(field: string): string {
  return field.endsWith('source')
    ? 'must be 1 to 256 visible characters without spaces, such as /kiosk/3'
    : 'must be 1 to 64 of A-Z a-z 0-9 . _ : -';
}

function deepField(event: object): string {
  return Object.entries(event).find(([, value]) => isDeeper(value, MAX_DEPTH))![0];
}
