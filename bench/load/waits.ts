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
  const headers = { authorization: `Bearer ${deviceKey}`, 'content-type': 'application/cloudevents-batch+json' };
  for (let n = 0; n < waits.length; n += PER_POST) {
    const events = waits.slice(n, n + PER_POST).map(({ ticketId, issuedAt }, index) => ({
      specversion: '1.0', id: ticketId, source: '/kiosk/waits', type: 'ticket.issued', time: new Date(issuedAt).toISOString(),
      data: { ticketId, number: `W${n + index}`, serviceId: serviceId((n + index) % services) },
    }));
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/halls/${hallId}/events`, { method: 'POST', headers, body: JSON.stringify(events) });
    if (!answer.ok) throw new Error(`the waits were refused with ${answer.status}: ${await answer.text()}`);
  }
}
