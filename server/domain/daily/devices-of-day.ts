/**
 * How long each device was up within the hall's opening hours, by its own word and its heartbeats. What nobody can say is told apart: a
 * device that never beats, or any while the hall heard of nothing at all.
 */
import { availabilityOf } from '../../../shared/devices.js';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { DeviceDay } from '../../../shared/rows/daily.js';
import type { Stretch } from '../calendar/day.js';
import { lengthIn } from '../counter/stretches.js';
import { beat, QUIET_MS, silentAfterMs } from '../hall/hear.js';

/** What a day knows of a device at its end. */
export interface KnownDevice {
  heardAt: number;
  beatAt: number | null;
  beatMs: number | null;
  faultAt: number | null;
}

interface Device extends KnownDevice {
  heard: Stretch[];
  silent: Stretch[];
  faulty: Stretch[];
  faults: number;
}

/** One that says nothing for so long was taken away. */
const GONE_MS = 7 * 24 * 3_600_000;
/** A feed that makes up a new device with every event must not fill the day. */
const MOST = 1_000;

export class DevicesOfDay {
  private readonly devices: Map<string, Device>;
  /** When the hall heard of nothing at all. */
  private readonly deaf: Stretch[] = [];
  private lastAt: number;

  constructor(known: readonly [id: string, device: KnownDevice][], startAt: number) {
    this.lastAt = startAt;
    this.devices = new Map(known.filter(([, { heardAt }]) => heardAt >= startAt - GONE_MS).map(([id, device]) => [id, { ...device, heard: [], silent: [], faulty: [], faults: 0 }]));
  }

  /** The day's next event, of a device or of anything else. */
  take({ at, event }: { at: number; event: PostedEvent }): void {
    this.listen(at);
    if (!event.type.startsWith('device.')) return;
    const device = this.deviceOf((event.data as { deviceId: string }).deviceId, at);
    if (!device) return;
    heardUntil(device, at);
    if (event.type === 'device.heartbeat') beat(device, at);
    else if (event.type === 'device.fault') fail(device, at);
    else recover(device, at);
  }

  private listen(at: number): void {
    if (at - this.lastAt > QUIET_MS) this.deaf.push({ opensAt: this.lastAt, closesAt: at });
    this.lastAt = at;
  }

  private deviceOf(id: string, at: number): Device | undefined {
    let device = this.devices.get(id);
    if (!device && this.devices.size < MOST) this.devices.set(id, (device = { heardAt: at, beatAt: null, beatMs: null, faultAt: null, heard: [], silent: [], faulty: [], faults: 0 }));
    return device;
  }

  /** N8: up to `untilAt`, within these opening hours. */
  figures(openings: readonly Stretch[], untilAt: number): Record<string, DeviceDay> {
    const deaf = untilAt - this.lastAt > QUIET_MS ? [...this.deaf, { opensAt: this.lastAt, closesAt: untilAt }] : this.deaf;
    const told = [...this.devices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, device]): [string, DeviceDay] => {
      const day = { ...device, heard: [...device.heard], silent: [...device.silent], faulty: [...device.faulty] };
      heardUntil(day, untilAt);
      if (day.faultAt !== null) day.faulty.push({ opensAt: day.faultAt, closesAt: untilAt });
      return [id, figuresOf(day, { deaf, openings: openings.map(({ opensAt, closesAt }) => ({ opensAt, closesAt: Math.min(closesAt, untilAt) })) })];
    });
    return Object.fromEntries(told);
  }

  leaves(): [id: string, device: KnownDevice][] {
    return [...this.devices].map(([id, { heardAt, beatAt, beatMs, faultAt }]) => [id, { heardAt, beatAt, beatMs, faultAt }]);
  }
}

/** Since its last word it beat on or was silent; of one that never beats nothing is known. */
function heardUntil(device: Device, at: number): void {
  if (device.beatAt !== null) extend(at - device.heardAt <= silentAfterMs(device) ? device.heard : device.silent, device.heardAt, at);
  device.heardAt = at;
}

function extend(stretches: Stretch[], opensAt: number, closesAt: number): void {
  const last = stretches.at(-1);
  if (last?.closesAt === opensAt) last.closesAt = closesAt;
  else stretches.push({ opensAt, closesAt });
}

function fail(device: Device, at: number): void {
  if (device.faultAt === null) device.faults += 1;
  device.faultAt ??= at;
}

function recover(device: Device, at: number): void {
  if (device.faultAt !== null) device.faulty.push({ opensAt: device.faultAt, closesAt: at });
  device.faultAt = null;
}

function figuresOf({ heard, silent, faulty, faults }: Device, { deaf, openings }: { deaf: Stretch[]; openings: Stretch[] }): DeviceDay {
  const length = (stretches: readonly Stretch[]) => openings.reduce((sum, { opensAt, closesAt }) => sum + lengthIn(stretches, opensAt, Math.max(opensAt, closesAt)), 0);
  const openMs = length(openings);
  const upMs = length(without(heard, faulty));
  const downMs = length(faulty) + length(without(without(silent, deaf), faulty));
  const unknownMs = openMs - upMs - downMs;
  return { openMs, upMs, downMs, unknownMs, faults, availability: availabilityOf({ upMs, downMs, unknownMs }) };
}

/** Both in time order. */
function without(stretches: readonly Stretch[], holes: readonly Stretch[]): Stretch[] {
  let left = [...stretches];
  for (const hole of holes) {
    left = left.flatMap(({ opensAt, closesAt }) => [{ opensAt, closesAt: Math.min(closesAt, hole.opensAt) }, { opensAt: Math.max(opensAt, hole.closesAt), closesAt }])
      .filter(({ opensAt, closesAt }) => closesAt > opensAt);
  }
  return left;
}
