import fc from 'fast-check';
import { dequeue, enqueue, type Queue } from './queue.js';
import { newTicket, type Ticket } from './ticket.js';

const came = (id: number, legAt: number): Ticket => ({ ...newTicket(`T${id}`), legAt });

describe('A queue', () => {
  it('[S2] stands in the order in which people came, whichever way they are heard of and leave', () => {
    const found = fc.check(fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.array(fc.nat(60), { maxLength: 40 }), (instants, leaving) => {
      const tickets = instants.map((legAt, id) => came(id, legAt));
      const queue: Queue = [];
      for (const ticket of tickets) enqueue(queue, ticket);
      const gone = new Set(leaving.map((index) => tickets[index]).filter((ticket) => ticket !== undefined));
      for (const ticket of gone) for (let twice = 0; twice < 2; twice++) dequeue(queue, ticket);
      expect(new Set(queue)).toEqual(new Set(tickets.filter((ticket) => !gone.has(ticket))));
      expect(queue.map(({ legAt }) => legAt)).toEqual(queue.map(({ legAt }) => legAt).sort((a, b) => a - b));
    }), { numRuns: 200 });
    expect(found.failed).withContext(fc.defaultReportMessage(found) ?? '').toBeFalse();
  });
});
