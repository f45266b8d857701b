/**
 * The service standard 服务标准: versions in the order of their coming, each in force from an instant of its own. While none was
 * put, the wait limits of the hall's services are the standard: version 0.
 */
import type { HallSettings } from '../../../shared/commands/hall.js';
import type { Clause as Written, StandardVersion } from '../../../shared/commands/standard.js';
import { parseDuration } from '../../../shared/instant.js';
import { readClause, type Clause } from './clause.js';

/** A version as the hall keeps it: with the instant since which each clause has been in force as it stands. */
export interface KeptVersion extends StandardVersion {
  /** The event that put it. */
  id: string;
  since: Record<string, number>;
}

/** A version, read. */
export interface Standard {
  version: number;
  fromAt: number;
  clauses: readonly Clause[];
  byId: ReadonlyMap<string, Clause>;
}

/** A wait under the settings is warned of at four fifths of its limit (local). */
const WARN_SHARE = 0.8;

const derived = new WeakMap<HallSettings, KeptVersion>();

/** Version 0: one clause for each wait limit that the settings name. */
export function versionOfSettings(settings: HallSettings): KeptVersion {
  let version = derived.get(settings);
  if (!version) {
    const clauses = clausesOf(settings);
    version = { id: '', version: 0, name: settings.name, source: 'local', effectiveFromAt: 0, putAt: 0, putBy: '', clauses, since: {} };
    derived.set(settings, version);
  }
  return version;
}

function clausesOf({ services }: HallSettings): Written[] {
  const byLimit = new Map<number, string[]>();
  for (const { id, waitLimit } of services) {
    if (!waitLimit) continue;
    const limit = parseDuration(waitLimit);
    byLimit.set(limit, [...(byLimit.get(limit) ?? []), id]);
  }
  const text = (ms: number) => `PT${ms / 1000}S`;
  return [...byLimit].map(([limit, serviceIds]) => ({
    id: `wait-${limit / 1000}s`, kind: 'ticket.wait', appliesTo: { serviceIds }, warnAfter: text(Math.round(limit * WARN_SHARE)), breachAfter: text(limit),
    during: 'always', source: 'local',
  }));
}

/** R3: the newest version whose instant has come. */
export function versionAt(versions: readonly KeptVersion[], settings: HallSettings, at: number): KeptVersion {
  return versions.findLast(({ effectiveFromAt }) => effectiveFromAt <= at) ?? versionOfSettings(settings);
}

/** R3: the version with its number, in force no earlier than it was put; a clause that says what it said before has been in force since then, any other since its instant. */
export function keepVersion(put: Omit<KeptVersion, 'version' | 'since'>, versions: readonly KeptVersion[], settings: HallSettings): KeptVersion {
  const effectiveFromAt = Math.max(put.effectiveFromAt, put.putAt);
  const before = versionAt(versions, settings, effectiveFromAt);
  const said = new Map(before.clauses.map((clause) => [clause.id, promiseOf(clause)]));
  const sinceOf = (clause: Written) => (said.get(clause.id) === promiseOf(clause) ? (before.since[clause.id] ?? 0) : effectiveFromAt);
  return { ...put, effectiveFromAt, version: versions.length + 1, since: Object.fromEntries(put.clauses.map((clause) => [clause.id, sinceOf(clause)])) };
}

/** The version as it is told. */
export function versionOf({ id, since, ...version }: KeptVersion): StandardVersion {
  void id;
  void since;
  return version;
}

/** What a clause promises, without where it comes from and whom it goes to. */
function promiseOf({ source, escalateAfter, ...promise }: Written): string {
  void source;
  void escalateAfter;
  return JSON.stringify(promise);
}

const read = new WeakMap<KeptVersion, Standard>();

export function readStandard(kept: KeptVersion): Standard {
  let standard = read.get(kept);
  if (!standard) {
    const clauses = kept.clauses.map((clause) => readClause(clause, kept.since[clause.id] ?? 0));
    standard = { version: kept.version, fromAt: kept.effectiveFromAt, clauses, byId: new Map(clauses.map((clause) => [clause.id, clause])) };
    read.set(kept, standard);
  }
  return standard;
}
