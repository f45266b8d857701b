/** Which parts of a journal tell of which days: some links in a row are a chunk, and a chunk knows the days of its events. */
export interface Chunk {
  firstSeq: number;
  lastSeq: number;
  /** Days since 1970 by UTC: whoever asks for days of a zone asks for two of these. */
  days: Set<number>;
}

const DAY_MS = 24 * 3_600_000;
/** A chunk is full with so many events: what of it is not asked for is read in vain. */
const FULL = 1_000;

export function noteLink(chunks: Chunk[], { firstSeq, count, instants }: { firstSeq: number; count: number; instants: number[] }): void {
  let chunk = chunks.at(-1);
  if (!chunk || chunk.lastSeq - chunk.firstSeq + 1 >= FULL) chunks.push((chunk = { firstSeq, lastSeq: 0, days: new Set() }));
  chunk.lastSeq = firstSeq + count - 1;
  for (const at of instants) chunk.days.add(Math.floor(at / DAY_MS));
}

/** A stretch of time, `from` inclusive, `to` exclusive, and the chunks that tell of it. */
export interface Part {
  from: number;
  to: number;
  chunks: Chunk[];
}

/** The stretch in parts of some whole days, each of at most so many chunks where a day alone has no more. */
export function partsOf(chunks: Chunk[], { from, to }: { from: number; to: number }, mostChunks: number): Part[] {
  const parts: Part[] = [];
  for (const [day, some] of chunksByDay(chunks, { from, to })) {
    const [startAt, endAt] = [Math.max(from, day * DAY_MS), Math.min(to, (day + 1) * DAY_MS)];
    const last = parts.at(-1);
    const joined = new Set([...(last?.chunks ?? []), ...some]);
    if (last && joined.size <= mostChunks) Object.assign(last, { to: endAt, chunks: [...joined] });
    else parts.push({ from: startAt, to: endAt, chunks: some });
  }
  for (const part of parts) part.chunks.sort((a, b) => a.firstSeq - b.firstSeq);
  return parts;
}

function chunksByDay(chunks: Chunk[], { from, to }: { from: number; to: number }): [day: number, chunks: Chunk[]][] {
  const [first, last] = [Math.floor(from / DAY_MS), Math.ceil(to / DAY_MS) - 1];
  const byDay = new Map<number, Chunk[]>();
  for (const chunk of chunks) {
    for (const day of chunk.days) {
      if (day < first || day > last) continue;
      const some = byDay.get(day);
      if (some) some.push(chunk);
      else byDay.set(day, [chunk]);
    }
  }
  return [...byDay].sort(([a], [b]) => a - b);
}
