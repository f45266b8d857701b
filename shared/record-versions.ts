/** V1, for the server and the screens alike: which version of a record is in force, and until when. */
import type { RecordVersion } from './commands/records.js';

/** The newest version that has begun, unless it has ended. */
export function versionAt(versions: readonly RecordVersion[], at: number): RecordVersion | null {
  const begun = versions.findLast(({ effectiveFromAt, withdrawnAt }) => effectiveFromAt <= at && (withdrawnAt === null || withdrawnAt > effectiveFromAt));
  return begun && at < endsAt(begun) ? begun : null;
}

/** Infinity where nothing ends it. */
export function endsAt({ expiresAt, withdrawnAt }: RecordVersion): number {
  return Math.min(expiresAt ?? Infinity, withdrawnAt ?? Infinity);
}
