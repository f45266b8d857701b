/** The halls that are heard over MQTT: every one there is but the demo's, which plays its own day. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Halls } from '../../live/halls.js';
import type { LiveHall } from '../../live/live-hall.js';
import { MqttInlet, type MqttTools } from './mqtt-inlet.js';
import { readKept, writeWhole } from '../../whole-file.js';

interface Parts extends Omit<MqttTools, 'clientId'> {
  data: string;
  halls: Halls;
}

export class MqttInlets {
  private readonly inlets: MqttInlet[] = [];

  private constructor(private readonly tools: MqttTools) {}

  /** A broker that is not there yet is waited for. */
  static async open({ data, halls, ...tools }: Parts): Promise<MqttInlets> {
    const inlets = new MqttInlets({ ...tools, clientId: `hallboard-${await lastingId(join(data, 'mqtt.id'))}` });
    for (const hall of halls.all()) inlets.hear(hall);
    halls.opened.subscribe((hall) => inlets.hear(hall));
    return inlets;
  }

  private hear(hall: LiveHall): void {
    if (!hall.settings.demo) this.inlets.push(new MqttInlet(hall, this.tools));
  }

  states(): { hall: string; connected: boolean }[] {
    return this.inlets.map(({ hall, connected }) => ({ hall: hall.id, connected }));
  }

  async close(): Promise<void> {
    await Promise.all(this.inlets.map((inlet) => inlet.close()));
  }
}

async function lastingId(file: string): Promise<string> {
  const kept = await readKept(file);
  if (kept !== null) return kept;
  const id = randomUUID();
  await writeWhole(file, id);
  return id;
}
