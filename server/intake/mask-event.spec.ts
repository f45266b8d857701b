import { event, issued, Server } from '../server.spec-kit.js';

describe('Personal data that is posted', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', { counters: [{ id: 'C1', name: '1', serviceIds: [] }] });
  });
  afterEach(() => server.end());

  const rating = (id: string, data: object) => event('rating.given', { counterId: 'C1', level: 2, ...data }, { id });
  const stored = async () => (await server.lines('a')).slice(1).map(({ event: { data, masked }, quality }) => ({ data, masked, quality }));

  it('[W12] is masked wherever a free text holds it, and the event is flagged', async () => {
    const nested = { who: [{ phone: '13812345678', '13912345678': 1 }], traceId: 1795392000123, note: null };
    await server.post('a', [
      rating('1', { comment: '李先生 13812345678' }), rating('2', { comment: '满意' }), rating('3', { form: nested }), issued('t1', { id: '4', subject: 'a@qq.com' }),
      event('event.corrected', { source: '/k', id: '1', reason: '13812345678', data: { counterId: 'C1', level: 3, comment: '13812345678' } }, { id: '5' }),
    ]);
    const [first, second, third, fourth, fifth] = await stored();
    expect(first).toEqual({ data: { counterId: 'C1', level: 2, comment: '李先生 138****5678' }, masked: true, quality: ['masked'] });
    expect(second).toEqual({ data: { counterId: 'C1', level: 2, comment: '满意' }, masked: undefined, quality: [] });
    expect(third!.data).toEqual({ counterId: 'C1', level: 2, form: { ...nested, who: [{ phone: '138****5678', '139****5678': 1 }] } });
    expect(fourth!.quality).toContain('masked');
    expect(fifth!.data).toEqual({ source: '/k', id: '1', reason: '138****5678', data: { counterId: 'C1', level: 3, comment: '138****5678' } });
    expect((await server.state('a')).rows.hall['a']!.quality['masked']).toBe(4);
  });

  it('[W12] is masked the same way each time: what is posted again, alone or among others, is a duplicate', async () => {
    const first = rating('1', { comment: '13812345678' });
    await server.post('a', [first]);
    for (const batch of [[first], [first, rating('2', { comment: 'x' })], [rating('3', { comment: '电 13912345678' }), first]]) {
      expect((await server.post('a', batch)).duplicates).toBe(1);
    }
    const other = await server.post('a', [rating('1', { comment: '13812345670' })]);
    expect(other.problems.map(({ code }) => code)).toEqual(['conflict']);
  });

  it('[W12] is refused by name where it names a ticket or a person, and its neighbours are stored', async () => {
    const answer = await server.post('a', [
      issued('13812345678', { id: '1' }), issued('t2', { id: '2' }), event('staff.loggedOn', { counterId: 'C1', staffId: '11010119900307002X' }, { id: '3' }),
      event('ticket.issued', { ticketId: 't4', number: '+86 13812345678', serviceId: 'S1' }, { id: '4' }),
      event('event.corrected', { source: '/k', id: '2', data: { ticketId: '13812345678', number: 'A1', serviceId: 'S1' } }, { id: '5' }),
    ]);
    expect(answer.accepted).toBe(1);
    expect(answer.problems.map(({ index, code, message }) => `${index} ${code} ${message.split(':')[0]}`)).toEqual([
      '0 personalData data.ticketId', '2 personalData data.staffId', '3 personalData data.number', '4 personalData data.ticketId',
    ]);
    expect(answer.problems[0]!.message).toBe('data.ticketId: is a mobile number or a resident id; send a number of your own making, such as A012, that tells nobody who the person is');
  });

  it('[W12] is masked over NDJSON too', async () => {
    const lines = [rating('1', { comment: '13812345678' }), rating('2', {})].map((one) => JSON.stringify(one)).join('\n');
    await server.say('/api/v1/halls/a/events', { method: 'POST', type: 'application/x-ndjson', body: `${lines}\nbroken\n` });
    expect(await server.journal('a')).not.toContain('13812345678');
    expect((await stored()).length).toBe(2);
  });
});
