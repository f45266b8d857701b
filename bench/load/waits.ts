import type { Hallboard } from '../hallboard.js';
import { serviceId } from './tickets.js';

/** Waits posted as history, so that they fall due when a row wants them to. */
export interface Wait {
  ticketId: string;
  issuedAt: number;
}

export interface WaitsTarget {
  server: Hallboard;
  hallId: string;
  deviceKey: string;
  services: number;
}

const PER_POST = 1_000;

export async function postWaits({ server, hallId, deviceKey, services }: WaitsTarget, waits: Wait[]): Promise<void> {
  for (let n = 0; n < waits.length; n += PER_POST) {
    const events = waits.slice(n, n + PER_POST).map(({ ticketId, issuedAt }, index) => ({
      specversion: '1.0', id: ticketId, source: '/kiosk/waits', type: 'ticket.issued', time: new Date(issuedAt).toISOString(),
      data: { ticketId, number: `W${n + index}`, serviceId: serviceId((n + index) % services) },
    }));
    await server.ask(`${hallId}/events`, deviceKey, { type: 'application/cloudevents-batch+json', body: JSON.stringify(events) });
  }
}
