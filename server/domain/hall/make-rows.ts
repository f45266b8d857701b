/**
 * Makes the rows that may have changed since the last time, or all of them. The caller compares them with what it holds:
 * a row that came out the same is no change.
 */
import type { AlertRow, Rows } from '../../../shared/rows/rows.js';
import { emptyRows, type Table } from '../../../shared/rows/tables.js';
import { alertRow } from '../alert/alert.js';
import { counterFigures, hallFigures, quarterRows, serviceFigures, staffFigures, zoneFigures } from './figure-rows.js';
import { markPassed } from './advance.js';
import { isIdle, newDirty, type Dirty, type Hall } from './hall.js';
import { goneAt } from './apply-alert.js';
import { silencedUntil } from './escalate.js';
import { putAway } from './put-away.js';
import { counterRow, hallRow, isCounterShown, isServiceShown, openCountersBy, serviceRow, sourceRow, ticketRow } from './rows.js';
import { stripRow } from './strip-row.js';
import { zonesOf, zonesTouched } from './zones.js';

/** A row, or null where there is none any more. */
export type MadeRow = [table: Table, id: string, row: object | null];

/** Of more tickets than this the others stay dirty: after a flood they are made portion by portion. */
const PORTION = 2_000;

/** Empties `hall.dirty`, or nearly. `all`: every row there is, and the caller drops what it holds beside them. */
export function makeRows(hall: Hall): { all: boolean; made: MadeRow[] } {
  markPassed(hall);
  const dirty = takeDirty(hall);
  const made: MadeRow[] = [];
  const put = (table: Table, id: string, row: object | null) => made.push([table, id, row]);
  const of = (some: Set<string>, every: Map<string, unknown>) => (dirty.all ? every.keys() : some);
  if (dirty.hall) {
    put('hall', hall.id, hallRow(hall));
    put('figures', 'hall', hallFigures(hall));
  }
  const openCounters = openCountersBy(hall);
  const serviceShown = (id: string) => isServiceShown(hall, id, hall.services.get(id)!);
  const services = dirty.counters.size > 0 ? hall.services.keys() : of(dirty.services, hall.services);
  for (const id of services) put('services', id, serviceShown(id) ? serviceRow(hall, id, openCounters) : null);
  for (const id of of(dirty.services, hall.services)) put('figures', `service:${id}`, serviceShown(id) ? serviceFigures(hall, id) : null);
  for (const id of of(dirty.counters, hall.counters)) {
    const shown = isCounterShown(hall, id, hall.counters.get(id)!);
    put('counters', id, shown ? counterRow(hall, id) : null);
    put('figures', `counter:${id}`, shown ? counterFigures(hall, id) : null);
  }
  for (const zone of of(zonesTouched(hall, dirty), zonesOf(hall).all)) put('figures', `zone:${zone}`, zoneFigures(hall, zone));
  for (const id of of(dirty.staff, hall.staff)) put('figures', `staff:${id}`, isIdle(hall.staff.get(id)!) ? null : staffFigures(hall, id));
  for (const id of of(dirty.tickets, hall.tickets)) put('tickets', id, ticketRow(hall, hall.tickets.get(id)));
  putAway(hall, of(dirty.tickets, hall.tickets));
  for (const id of of(dirty.alerts, hall.alerts)) put('alerts', id, shownAlert(hall, id));
  for (const id of of(dirty.sources, hall.sources)) put('sources', id, hall.sources.has(id) ? sourceRow(hall.sources.get(id)!) : null);
  for (const [id, row] of dayRows(hall, dirty)) put('figures', id, row);
  return { all: dirty.all, made };
}

/** All that is dirty, but for the tickets after the first portion. */
function takeDirty(hall: Hall): Dirty {
  const { dirty } = hall;
  hall.dirty = newDirty(false);
  if (dirty.all || dirty.tickets.size <= PORTION) return dirty;
  hall.dirty.tickets = dirty.tickets;
  return { ...dirty, tickets: portionOf(dirty.tickets) };
}

/** How far a set was walked: to begin anew would walk past all that is gone from it already. */
const walks = new WeakMap<Set<string>, Iterator<string, void>>();

/** Takes a portion out of the set, which holds more than one. */
function portionOf(tickets: Set<string>): Set<string> {
  const portion = new Set<string>();
  for (let walk = walks.get(tickets); portion.size < PORTION; ) {
    const next = walk?.next();
    if (next && !next.done) {
      portion.add(next.value);
      tickets.delete(next.value);
    } else walks.set(tickets, (walk = tickets.values()));
  }
  return portion;
}

/** The day so far, by quarter-hours. */
function dayRows(hall: Hall, dirty: Dirty): [id: string, row: object | null][] {
  return [...(dirty.quarters ? quarterRows(hall) : []), ...(dirty.strip ? [['strip', stripRow(hall)] as [string, object | null]] : [])];
}

function shownAlert(hall: Hall, id: string): AlertRow | null {
  const alert = hall.alerts.get(id);
  return alert && goneAt(alert, hall) > hall.now ? alertRow(alert, silencedUntil(hall, alert, hall.now)) : null;
}

/** Every row of the hall as it stands, for a hall that nobody else reads. */
export function allRows(hall: Hall): Rows {
  hall.dirty = newDirty(true);
  const rows = emptyRows();
  for (const [table, id, row] of makeRows(hall).made) if (row) Object.assign(rows[table], { [id]: row });
  return rows;
}
