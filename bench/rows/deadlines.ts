import type { Bench, BenchRow } from '../bench.js';
import { startChild } from '../child.js';
import type { Armed, ArmedLoad } from '../load/armed.js';
import type { Line } from '../report.js';

/**
 * What it costs that a hundred thousand waits may fall due: memory beyond the tickets themselves, and time when one of them changes
 * and the next deadline is asked for. The server keeps no list of deadlines: they follow from the queues.
 */
const kinds = ['ours', 'heap', 'timers'] as const;
type Measured = Record<(typeof kinds)[number], Armed[]>;

async function measure(bench: Bench): Promise<Line[]> {
  const count = bench.quick ? 20_000 : 100_000;
  const measured: Measured = { ours: [], heap: [], timers: [] };
  for (let n = 0; n < bench.repetitions; n++) {
    for (const kind of kinds) {
      const child = bench.keep(startChild<ArmedLoad>(import.meta.url, '../load/armed.js'));
      measured[kind].push(await child.ask(kind, count));
      await child.stop();
    }
  }
  return linesOf(`${count.toLocaleString('en-GB')} armed`, measured);
}

function linesOf(what: string, measured: Measured): Line[] {
  const of = (kind: (typeof kinds)[number], field: keyof Armed) => measured[kind].map((armed) => armed[field]);
  const line = (title: string, field: keyof Armed, unit: string): Line => ({ what: `${what}: ${title}`, unit, ours: of('ours', field), baseline: { name: 'a binary heap', values: of('heap', field) } });
  const atMost = (limit: number) => ({ of: 'value', is: 'atMost', limit }) as const;
  return [
    { ...line('memory beyond the ticket', 'bytesEach', 'B each'), goal: atMost(100), note: `setTimeout ${of('timers', 'bytesEach').map(Math.round).join(', ')} B each` },
    { ...line('one changes', 'rearmMicros', 'µs'), goal: atMost(1), note: `setTimeout ${of('timers', 'rearmMicros').map((micros) => micros.toFixed(2)).join(', ')} µs; ours asks once for 250 events, as the server does under a thousand a second; one such question takes ${measured.ours.map(({ askMicros }) => askMicros.toFixed(0)).join(', ')} µs` },
  ];
}

export const deadlines: BenchRow = { name: 'deadlines', title: 'A hundred thousand deadlines', measure };
