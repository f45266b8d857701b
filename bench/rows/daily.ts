import type { Bench, BenchRow } from '../bench.js';
import type { DuckDbBaseline } from '../baselines/duckdb.js';
import { startChild } from '../child.js';
import { hallOf } from '../day.js';
import type { DayFacts } from '../load/day-facts.js';
import type { Line } from '../report.js';

/**
 * A day's figures: every count, mean and exact percentile of the hall, its services, counters, people, zones and hours, from the
 * facts of a million tickets, beside DuckDB computing the same table; and a whole day from raw events, with the hash over them.
 */
const shape = { lanes: 40, countersPerLane: 3, services: 8 };
const DAY = { date: '2026-11-23', timezone: 'Asia/Shanghai' };
const SKIPPED = 'DuckDB was SKIPPED: `npm install --no-save @duckdb/node-api` brings it';

async function measure(bench: Bench): Promise<Line[]> {
  const tickets = bench.quick ? 100_000 : 1_000_000;
  const ours = bench.keep(startChild<DayFacts>(import.meta.url, '../load/day-facts.js'));
  const duckdb = bench.keep(startChild<DuckDbBaseline>(import.meta.url, '../baselines/duckdb.js'));
  await ours.ask('prepareFacts', { tickets });
  const hasBaseline = await duckdb.ask('prepare', { tickets });
  if (!hasBaseline) bench.say(`!!! ${SKIPPED}`);
  const [own, base]: [number[], number[]] = [[], []];
  for (let n = 0; n <= bench.repetitions; n++) {
    const told = await ours.ask('tellFacts', null);
    const compared = hasBaseline ? await duckdb.ask('run', null) : null;
    if (compared) same(told, compared);
    if (n === 0) continue; // the first of each warms up
    own.push(told.seconds * 1000);
    if (compared) base.push(compared.seconds * 1000);
  }
  const facts: Line = { what: `figures of every group from ${tickets.toLocaleString('en-GB')} tickets' facts`, unit: 'ms', ours: own, goal: { of: 'ratio', is: 'atMost', limit: 1 } };
  return [hasBaseline ? { ...facts, baseline: { name: 'DuckDB, GROUPING SETS', values: base } } : { ...facts, note: SKIPPED }, await fromEvents(bench, tickets)];
}

function same(told: { hall: unknown; groups: number }, compared: { hall: { p90: number; mean: number }; groups: number }): void {
  const { waits } = told.hall as { waits: { p90: number; mean: number } };
  if (Math.abs(waits.p90 - compared.hall.p90) > 1e-6 || Math.abs(waits.mean - compared.hall.mean) > 1e-6 || told.groups !== compared.groups) {
    throw new Error(`the two do not agree: ours ${JSON.stringify(waits)} of ${told.groups} groups, DuckDB ${JSON.stringify(compared)}`);
  }
}

async function fromEvents(bench: Bench, tickets: number): Promise<Line> {
  const child = bench.keep(startChild<DayFacts>(import.meta.url, '../load/day-facts.js'));
  const from = Date.parse(`${DAY.date}T08:00:00+08:00`);
  const events = await child.ask('prepareEvents', { seed: 'd', ...shape, ticketsPerLane: tickets / shape.lanes, from, to: from + 9 * 3_600_000 });
  const ours: number[] = [];
  let note = '';
  for (let n = 0; n < bench.repetitions; n++) {
    const { seconds, served, mb } = await child.ask('tellEvents', { date: DAY.date, settings: hallOf(shape, DAY.timezone) });
    if (served !== tickets) throw new Error(`of ${tickets} tickets ${served} were told as served`);
    ours.push(seconds);
    note = `the process held ${Math.round(mb)} MB, the texts of the events among them`;
  }
  return { what: `a day told from ${events.toLocaleString('en-GB')} raw events`, unit: 's', ours, goal: { of: 'value', is: 'atMost', limit: 20 }, note };
}

export const daily: BenchRow = { name: 'daily', title: 'The daily snapshot', measure };
