/** Who waits for a service, in the order in which they came: plain data. No ticket's leg changes while it stands in a queue. */
import type { Ticket } from './ticket.js';

export type Queue = Ticket[];

/** The place before everyone who came at that instant or later. */
function placeOf(queue: Queue, legAt: number): number {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (queue[middle]!.legAt < legAt) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function enqueue(queue: Queue, ticket: Ticket): void {
  const last = queue.at(-1);
  if (!last || last.legAt <= ticket.legAt) queue.push(ticket);
  else queue.splice(placeOf(queue, ticket.legAt), 0, ticket);
}

export function dequeue(queue: Queue, ticket: Ticket): void {
  const index = queue.indexOf(ticket, placeOf(queue, ticket.legAt));
  if (index >= 0) queue.splice(index, 1);
}
