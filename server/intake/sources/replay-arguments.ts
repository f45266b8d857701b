import { parseArgs } from 'node:util';
import { Id } from '../../../shared/ids.js';
import { isDate, timeOfDayMs } from '../../domain/golden/local-time.js';

/** What a person types after `npm run replay --`, read and checked; every refusal says what would be accepted. */
export interface ReplayArguments {
  file: string;
  hallId: string;
  date: string;
  speed: number;
  from?: string | undefined;
  timezone?: string | undefined;
  name?: string | undefined;
  office?: string | undefined;
  url: string;
  key?: string | undefined;
}

export const USAGE = `Plays a recorded day on the wall of a hall of its own, by the hall's own clock.

  npm run replay -- <events.ndjson[.gz] | boards.csv[.gz]> --hall ID --day YYYY-MM-DD
    --speed N          how many times as fast as real time (60)
    --from HH:MM       where the day begins to run; all before is told at once (a minute before the first event)
    --timezone ZONE    the zone of the day, such as Asia/Jerusalem (the hall's, or what the recording's times say)
    --name NAME        the name of a new hall (the file's, or the office's)
    --office NAME      whose boards, where a file holds several offices on that day
    --url URL          where Hallboard runs (http://127.0.0.1:3000)
    --key KEY          a key of an administrator (HALLBOARD_KEY, or the operator's key in the data folder)
`;

export class WrongArguments extends Error {}

const text = { type: 'string' } as const;
const options = { hall: text, day: text, speed: text, from: text, timezone: text, name: text, office: text, url: text, key: text } as const;

function parse(args: string[]): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // parseArgs throws a TypeError that names the option
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false; // RangeError: Intl names no such zone
  }
}

/** Option → what makes it wrong. */
const rules: [option: keyof typeof options, isRight: (value: string) => boolean, accepted: string][] = [
  ['hall', (id) => Id.safeParse(id).success && id !== 'demo', '1 to 64 of A-Z a-z 0-9 . _ : -, and not "demo", whose clock the demo keeps'],
  ['day', isDate, 'a date such as 1999-01-04'],
  ['speed', (n) => Number(n) > 0 && Number(n) <= 10_000, 'a number above 0 and up to 10000: 1 is real time, 60 plays an hour in a minute'],
  ['from', (time) => /^\d\d:\d\d$/.test(time) && timeOfDayMs(time) < 24 * 3_600_000, 'a time of day such as 09:30'],
  ['timezone', isZone, 'an IANA time zone such as Asia/Jerusalem'],
  ['url', (url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''), 'an address such as http://127.0.0.1:3000'],
];

export function readArguments(args: string[]): ReplayArguments {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw new WrongArguments('Which recording? Name a file: events.ndjson, boards.csv, or either with .gz');
  if (more.length) throw new WrongArguments(`One recording at a time: "${more.join(' ')}" is too much`);
  if (values.hall === undefined) throw new WrongArguments('Which hall? Give --hall ID, the id of a new hall or of one made by a replay');
  if (values.day === undefined) throw new WrongArguments('Which day? Give --day YYYY-MM-DD');
  for (const [option, isRight, accepted] of rules) {
    const value = values[option];
    if (value !== undefined && !isRight(value)) throw new WrongArguments(`--${option} "${value}" is not accepted: it must be ${accepted}`);
  }
  const { hall, day, speed, url, ...rest } = values;
  return { file, hallId: hall, date: day, speed: Number(speed ?? 60), url: url ?? 'http://127.0.0.1:3000', ...rest };
}
