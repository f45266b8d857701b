/** The links of a hall's chain as anyone outside finds them in what the journal route gives: lines of one hash are one link. */
import type { Link } from './journal.js';
import { joinArray } from '../../shared/array-text.js';

const LINE = /^\{"seq":(\d+),"loggedAt":"([^"]+)","event":(.*),"quality":\[[^\]]*\],"hash":"([0-9a-f]{64})"\}$/;

interface Line {
  seq: number;
  loggedAt: number;
  text: string;
  hash: string;
}

export function* linksOfLines(lines: Iterable<string>): Generator<Link> {
  let held: Line[] = [];
  for (const text of lines) {
    if (text === '') continue;
    const line = readLine(text);
    if (held.length > 0 && held[0]!.hash !== line.hash) {
      yield linkOf(held);
      held = [];
    }
    held.push(line);
  }
  if (held.length > 0) yield linkOf(held);
}

function readLine(text: string): Line {
  const [, seq, loggedAt, event, hash] = LINE.exec(text) ?? [];
  if (seq === undefined || loggedAt === undefined || event === undefined || hash === undefined) {
    throw new Error(`This is no line of GET …/journal: ${text.slice(0, 80)}`);
  }
  return { seq: Number(seq), loggedAt: Date.parse(loggedAt), text: event, hash };
}

function linkOf(lines: Line[]): Link {
  const { seq, loggedAt, hash } = lines[0]!;
  return { firstSeq: seq, count: lines.length, loggedAt, body: joinArray(lines.map(({ text }) => text)), hash };
}
