/** Zones 分区 of a hall, as its settings draw them: which counters stand in each, and whose queue is whose. */
import type { HallSettings } from '../../../shared/commands/hall.js';
import { newTally, type Tally } from '../kpi/tally.js';
import type { Hall } from './hall.js';

export interface Zone {
  counterIds: string[];
  /** Services whose queue is the zone's own. */
  serviceIds: string[];
}

interface Zones {
  all: Map<string, Zone>;
  ofCounter: Map<string, string>;
  ofService: Map<string, string>;
}

const drawn = new WeakMap<HallSettings, Zones>();

export function zonesOf({ settings }: Pick<Hall, 'settings'>): Zones {
  let zones = drawn.get(settings);
  if (!zones) drawn.set(settings, (zones = draw(settings)));
  return zones;
}

/** F11: where something happened: the zone of its counter; what happened at none is the zone's whose service it was. */
export function zoneOf(hall: Pick<Hall, 'settings'>, { counterId, serviceId }: { counterId: string | null; serviceId: string | null }): string | undefined {
  const { ofCounter, ofService } = zonesOf(hall);
  if (counterId !== null) return ofCounter.get(counterId);
  return serviceId === null ? undefined : ofService.get(serviceId);
}

/** Zones whose counters or services are among these. */
export function zonesTouched(hall: Hall, { counters, services }: { counters: Set<string>; services: Set<string> }): Set<string> {
  const { ofCounter, ofService } = zonesOf(hall);
  const touched = [...[...counters].map((id) => ofCounter.get(id)), ...[...services].map((id) => ofService.get(id))];
  return new Set(touched.filter((zone) => zone !== undefined));
}

export function zoneTallyOf(hall: Hall, zone: string): Tally {
  let tally = hall.zones.get(zone);
  if (!tally) hall.zones.set(zone, (tally = newTally()));
  return tally;
}

function draw({ counters }: HallSettings): Zones {
  const zones: Zones = { all: new Map(), ofCounter: new Map(), ofService: new Map() };
  const serving = new Map<string, Map<string, number>>();
  for (const { id, zone, serviceIds } of counters) {
    if (zone === undefined) continue;
    zones.ofCounter.set(id, zone);
    const drawnZone = zones.all.get(zone) ?? { counterIds: [], serviceIds: [] };
    drawnZone.counterIds.push(id);
    zones.all.set(zone, drawnZone);
    for (const serviceId of serviceIds) {
      const counts = serving.get(serviceId) ?? new Map<string, number>();
      serving.set(serviceId, counts.set(zone, (counts.get(zone) ?? 0) + 1));
    }
  }
  for (const [serviceId, counts] of serving) {
    const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
    if (second && second[1] === first![1]) continue;
    zones.ofService.set(serviceId, first![0]);
    zones.all.get(first![0])!.serviceIds.push(serviceId);
  }
  return zones;
}
