/** What the operator's commands say, in sentences or in JSON, and the exit code that goes with it. */
import type { HeldHall, Manifest } from '../../shared/commands/backup.js';
import type { Verified } from './verify-folder.js';

type Halls = Record<string, HeldHall>;

export const say = (text: string): void => console.error(text);

export function outcome({ at, halls, files }: Manifest, json: boolean, folder: string): number {
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  if (json) print({ folder, at, bytes, halls });
  else lines(halls, `${folder}: ${Object.keys(files).length} files, ${(bytes / 1e6).toFixed(1)} MB, of ${at}.`);
  return isWhole(halls) ? 0 : 1;
}

export function told({ halls, faults }: Verified, json: boolean, folder: string): number {
  if (json) print({ folder, ok: faults.length === 0, faults, halls });
  else lines(halls, ...faults, faults.length === 0 ? `${folder}: everything holds.` : `${folder}: ${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}

/** `into` null: nothing was written. */
export function loss(halls: Halls, json: boolean, into: string | null): number {
  if (json) print({ restored: into, halls });
  else {
    const last = into === null ? 'Nothing was written (--dry-run).' : `Restored into ${into}. What was logged after these seqs is lost, unless its sources post it again.`;
    lines(halls, last);
  }
  return isWhole(halls) ? 0 : 1;
}

function lines(halls: Halls, ...more: string[]): void {
  for (const [id, { seq, loggedAt, broken }] of Object.entries(halls)) {
    console.log(`${id}: ${seq} events, ${broken ? `broken at seq ${broken.seq}: ${broken.why}` : `ok up to seq ${seq}${loggedAt === null ? '' : `, logged at ${loggedAt}`}`}`);
  }
  for (const line of more) console.log(line);
}

function isWhole(halls: Halls): boolean {
  return Object.values(halls).every(({ broken }) => broken === null);
}

function print(answer: object): void {
  console.log(JSON.stringify(answer, null, 2));
}
