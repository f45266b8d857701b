let made = 0;

/** A new ticket, by a name that no other thread gives. */
export const issued = (prefix: string) => ({
  specversion: '1.0', id: `${prefix}${++made}`, source: '/k', type: 'ticket.issued', time: new Date().toISOString(), data: { ticketId: `${prefix}${made}`, number: `A${made}`, serviceId: 'S1' },
});
