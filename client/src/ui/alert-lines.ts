import type { Words } from './words';

type Severity = 'warning' | 'breach';

/** As much of an alert as its two lines tell. */
export interface ToldAlert {
  id: string;
  severity: Severity;
  label: string;
  kind: string;
  value: string;
  limit: string;
  age: string;
  service: string;
  place: string;
  owner: string;
  acknowledged: boolean;
  resolved: boolean;
  missed: boolean;
  stale: boolean;
}

/** The same of several with one cause. */
export interface ToldGroup {
  id: string;
  severity: Severity;
  place: string;
  kind: string;
  count: number;
  longest: string;
  acknowledged: boolean;
}

/** An alert, or a group of them, in the words of its two lines. */
export interface AlertLine {
  id: string;
  severity: Severity;
  /** Somebody has it: its shape is drawn in outline. */
  taken: boolean;
  label: string;
  what: string;
  limit: string;
  age: string;
  where: string;
  owner: string;
  resolved: boolean;
}

export function alertLine(alert: ToldAlert, t: Words): AlertLine {
  const { id, severity, label, kind, value, limit, age, acknowledged, resolved } = alert;
  const where = alert.service || alert.place;
  const marks = [where === label ? '' : where, alert.stale ? t.alertStale : '', alert.missed ? t.alertMissed : ''];
  return {
    id, severity, label, resolved,
    taken: acknowledged,
    what: `${t.alertKind(kind)} ${value === '' ? '' : t.alertValue(value, kind)}`,
    limit: limit === '' ? '' : `/ ${t.alertLimit(limit)}`,
    age: resolved ? '' : t.alertAge(age),
    where: marks.filter((mark) => mark !== '').join(' · '),
    owner: resolved ? t.alertStood(age) : alert.owner,
  };
}

export function groupLine({ id, severity, place, kind, count, longest, acknowledged }: ToldGroup, t: Words): AlertLine {
  const where = severity === 'breach' ? t.alertGroup(count, kind) : t.alertGroupNear(count, kind);
  return {
    id, severity,
    taken: acknowledged,
    label: place || t.alertKind(kind),
    what: '',
    limit: '',
    age: '',
    where: longest === '' ? where : `${where} · ${t.alertLongest(longest)}`,
    owner: '',
    resolved: false,
  };
}
