/** Sources and devices: when each was last heard, and when its silence becomes a fact worth showing. */
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { Placed } from '../event/fact.js';
import { OWN_SOURCE } from '../event/own-event.js';
import type { Hall, Source } from './hall.js';

const MINUTE = 60_000;
/** A source that sends heartbeats is silent after three missed ones (at least 15 s); one that sends none, after 15 minutes. */
export const QUIET_MS = 15 * MINUTE;
const LEAST_MS = 15_000;

export function silentAfterMs(source: Pick<Source, 'beatMs'>): number {
  return source.beatMs === null ? QUIET_MS : Math.min(QUIET_MS, Math.max(LEAST_MS, 3 * source.beatMs));
}

/** When a source that says nothing more will stand as silent. */
export function silentAt(source: Source): number {
  return source.lastHeardAt + silentAfterMs(source);
}

/** A feed that makes up a new source with every event must not fill the memory: the first known goes. */
const MOST = 1_000;

function letGoOf(hall: Hall, id: string): void {
  hall.sources.delete(id);
  hall.dirty.sources.add(id);
}

function sourceOf(hall: Hall, id: string, kind: Source['kind']): Source {
  let source = hall.sources.get(id);
  if (!source) {
    if (hall.sources.size >= MOST) letGoOf(hall, hall.sources.keys().next().value!);
    source = { kind, lastHeardAt: 0, lagMs: null, beatAt: null, beatMs: null, fault: false, faultAt: 0, silent: false };
    hall.sources.set(id, source);
  }
  hall.dirty.sources.add(id);
  return source;
}

function hear(source: Source, heardAt: number): void {
  source.lastHeardAt = Math.max(source.lastHeardAt, heardAt);
  source.silent = false;
}

/** N3: the usual time between two heartbeats follows the last gap, at most doubling or halving: one odd gap does not make it. */
export function beat(source: Pick<Source, 'beatAt' | 'beatMs'>, heardAt: number): void {
  const { beatAt, beatMs } = source;
  source.beatAt = heardAt;
  if (beatAt === null || heardAt <= beatAt) return;
  const gap = heardAt - beatAt;
  source.beatMs = beatMs === null ? gap : Math.min(2 * beatMs, Math.max(beatMs / 2, gap));
}

export function hearSource(hall: Hall, event: PostedEvent, { heardAt, saidAt }: Placed): void {
  if (event.source.startsWith(`${OWN_SOURCE}/`)) return; // N7: our own pages are no feed that could fall silent
  const source = sourceOf(hall, event.source, 'feed');
  hear(source, heardAt);
  source.lagMs = Number.isNaN(saidAt) ? null : heardAt - saidAt;
}

export function hearDevice(hall: Hall, event: PostedEvent, heardAt: number): void {
  const { deviceId } = event.data as { deviceId: string };
  const device = sourceOf(hall, `device:${deviceId}`, 'device');
  hear(device, heardAt);
  const feed = sourceOf(hall, event.source, 'feed');
  device.lagMs = feed.lagMs; // of this very event
  if (event.type !== 'device.heartbeat') {
    if (!device.fault) device.faultAt = heardAt;
    device.fault = event.type === 'device.fault';
    return;
  }
  beat(device, heardAt);
  feed.beatMs = device.beatMs; // a feed beats as its devices do, however many it carries
}
