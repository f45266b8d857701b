import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hallApi, realWait, type HallApi } from './intake/sources/hall-api.js';
import { openRecording } from './intake/sources/opened-recording.js';
import { readDay, startOf, type RecordedDay } from './intake/sources/recorded-day.js';
import { readArguments, USAGE, WrongArguments, type ReplayArguments } from './intake/sources/replay-arguments.js';
import { replayDay, type Counts } from './intake/sources/replayed-hall.js';

/**
 * `npm run replay`: plays a recorded day on the wall of a running Hallboard, through its public API like any feed. What is
 * wrong is said in words on stderr; exit codes: 0 played to its end, 1 it could not be played, 2 wrong arguments, 130 stopped.
 */
async function keyFor({ key }: ReplayArguments): Promise<string> {
  const given = key ?? process.env['HALLBOARD_KEY'];
  if (given) return given;
  const file = join(process.env['HALLBOARD_DATA'] ?? './data', 'operator.key');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new Error(`No key: ${file} cannot be read. Start Hallboard first, or give --key or HALLBOARD_KEY (a running server keeps the operator's key in its data folder)`);
  }
}

/** One line that is written over on a terminal, and now and then a new one in a log. */
function progress(day: RecordedDay): (time: string, counts: Counts) => void {
  const everyMs = process.stdout.isTTY ? 200 : 10_000;
  let [last, hinted] = [0, false];
  return (time, counts) => {
    if (!hinted && counts.accepted === 0 && counts.duplicates > 0) {
      hinted = true;
      console.log('These events are in the hall already: the day was played here before. A new --hall ID plays it afresh');
    }
    if (Date.now() - last < everyMs) return;
    last = Date.now();
    const line = `${day.date} ${time} · ${inWords(counts)}`;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
    else console.log(line);
  };
}

function inWords({ accepted, duplicates, rejected, firstProblem }: Counts): string {
  return `${String(accepted)} accepted, ${String(duplicates)} known already, ${String(rejected)} refused${firstProblem ? ` (the first: ${firstProblem})` : ''}`;
}

/** Tells of the first few bad lines, and how many there were in all. */
function badLines(): { tell: (line: number, reason: string) => void; sum: () => void } {
  let count = 0;
  return {
    tell: (line, reason) => {
      if (++count <= 5) console.error(`line ${String(line)} ${reason}: skipped`);
    },
    sum: () => {
      if (count > 5) console.error(`${String(count)} lines were skipped in all`);
    },
  };
}

async function load(args: ReplayArguments, api: HallApi): Promise<Awaited<ReturnType<typeof openRecording>> & { day: RecordedDay }> {
  const opened = await openRecording(args.file, args);
  const standing = (await api.state(args.hallId))?.rows.hall[args.hallId];
  const bad = badLines();
  const day = await readDay(opened.recording, { date: args.date, timezone: args.timezone ?? standing?.timezone }, bad.tell);
  bad.sum();
  if (!args.timezone && !standing && !opened.recording.timezone) {
    console.log(`The recording names no zone; its times say ${day.timezone} (--timezone gives another)`);
  }
  return { ...opened, day };
}

async function replay(args: ReplayArguments, stop: AbortSignal): Promise<void> {
  const api = hallApi({ baseUrl: args.url, key: await keyFor(args), attempts: 5 });
  const { recording, name, day } = await load(args, api);
  console.log(`${args.date}, ${String(day.events.length)} events, ${String(day.services.length)} services, ${String(day.counters.length)} counters, at ${String(args.speed)} times real time: ${new URL(`/wall/${args.hallId}`, args.url).href}`);
  const counts = await replayDay(
    { hallId: args.hallId, name: args.name ?? name, recording, day, from: startOf(day, args.from), speed: args.speed },
    { api, now: Date.now, wait: realWait(stop), tell: progress(day) },
  );
  console.log(`${process.stdout.isTTY ? '\n' : ''}The day is played: ${inWords(counts)}. The hall's clock stands at the end of it`);
}

async function main(): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => { stop.abort(); }).once('SIGTERM', () => { stop.abort(); });
  try {
    if (process.argv.includes('--help')) console.log(USAGE);
    else await replay(readArguments(process.argv.slice(2)), stop.signal);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) {
      console.log('\nStopped. The hall\'s clock stands where it is; --from goes on from there');
      return 130;
    }
    if (error instanceof WrongArguments) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(error instanceof Error ? error.message : String(error));
    return error instanceof WrongArguments ? 2 : 1;
  }
}

process.exitCode = await main();
