/** What a form of the register says, as the server takes it. */
import type { PutRecord, RecordContent, RecordVersion } from '../../../shared/commands/records.js';
import type { noticeTopics } from '../../../shared/glossary/records.js';
import { formatInstant } from '../../../shared/instant.js';
import { boundsOf } from '../hall/local-time';
import { planOf } from './round-plan';

export type Kind = 'guide' | 'notice' | 'certificate' | 'training' | 'roundPlan';
export const kinds: readonly Kind[] = ['guide', 'notice', 'certificate', 'training', 'roundPlan'];

/** The fields of the form, by name. */
export type Fields = Record<string, string>;

const listOf = (text = ''): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const idsIn = (text = ''): string[] => text.split(/[\s,，、;；]+/).filter(Boolean);

export function contentOf(kind: Kind, fields: Fields): RecordContent {
  const of = (name: string): string => (fields[name] ?? '').trim();
  switch (kind) {
    case 'guide': {
      const workingDays = of('workingDays') === '' ? {} : { workingDays: Number(of('workingDays')) };
      return { kind, serviceId: of('serviceId'), basis: of('basis'), materials: listOf(of('materials')), steps: listOf(of('steps')), fees: of('fees'), ...workingDays };
    }
    case 'notice':
      return { kind, topic: of('topic') as keyof typeof noticeTopics, text: of('text') };
    case 'certificate':
      return { kind, staffId: of('staffId'), number: of('number'), issuer: of('issuer') };
    case 'training':
      return { kind, topic: of('topic'), hours: Number(of('hours')), staffIds: idsIn(of('staffIds')), passed: idsIn(of('passed')) };
    case 'roundPlan':
      return planOf(fields);
  }
}

/** The same fields with what a version says, to be changed into the next. */
export function fieldsOf({ title, approvedBy, content }: RecordVersion): Fields {
  const said = Object.entries(content).map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : String(value)]);
  return { ...Object.fromEntries(said) as Fields, title, approvedBy };
}

/** Dates are days of the hall: from the first one's beginning to the last one's end. */
export function datesOf({ from, until }: { from: string; until: string }, timezone: string): Pick<PutRecord, 'effectiveFrom' | 'expires'> {
  return {
    ...(from === '' ? {} : { effectiveFrom: formatInstant(boundsOf(from, timezone).from) }),
    ...(until === '' ? {} : { expires: formatInstant(boundsOf(until, timezone).to) }),
  };
}
