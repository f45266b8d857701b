/** Where what an alert speaks of is looked at and dealt with, where that is another page. */
import type { AlertEntry } from '../../../shared/commands/alert.js';

export interface AlertLink {
  page: 'ledger' | 'register';
  path: string[];
  query: Record<string, string>;
  word: 'openCasePage' | 'openConductPage' | 'openRecordPage' | 'openCertificates' | 'openGuides';
}

export function linkOf({ kind, subject }: Pick<AlertEntry, 'kind' | 'subject'>): AlertLink | null {
  if (subject.kind === 'case') return { page: 'ledger', path: [subject.id], query: {}, word: 'openCasePage' };
  if (kind === 'staff.conduct') return { page: 'ledger', path: ['conduct'], query: {}, word: 'openConductPage' };
  if (subject.kind === 'record') return { page: 'register', path: [], query: { record: subject.id }, word: 'openRecordPage' };
  if (kind === 'staff.unqualified') return { page: 'register', path: [], query: { kind: 'certificate', record: `certificate-${subject.id}` }, word: 'openCertificates' };
  return kind === 'guide.missing' ? { page: 'register', path: [], query: { kind: 'guide', record: `guide-${subject.id}` }, word: 'openGuides' } : null;
}
