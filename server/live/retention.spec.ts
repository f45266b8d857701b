import { firstValueFrom } from 'rxjs';
import { event, Server } from '../server.spec-kit.js';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

describe('Free texts', () => {
  let server: Server;
  beforeEach(async () => (server = await Server.start()));
  afterEach(() => server.end());

  const told = (id: string) => event('rating.given', { counterId: 'C1', level: 1, comment: '排队太久' }, { id });
  const comments = async (hallId: string) => (await server.lines(hallId)).map(({ event: { data } }) => (data as { comment?: string }).comment).filter(Boolean);
  /** The next start is so many days later, and an hour has passed since; fulfils when these halls have erased something. */
  async function later(days: number, ...erasing: string[]): Promise<void> {
    await server.close();
    server.clock.pass(days * DAY_MS);
    await server.restart();
    const erased = erasing.map((id) => firstValueFrom(server.running.halls.get(id)!.erased));
    server.clock.pass(HOUR_MS);
    await Promise.all(erased);
  }

  it('[A12] are erased after the days that the hall keeps them, after three years where it says nothing, and never where it says so', async () => {
    await server.makeHall('month', { retention: { textsDays: 30 } });
    await server.makeHall('unsaid');
    await server.makeHall('kept', { retention: { textsDays: null } });
    for (const hallId of ['month', 'unsaid', 'kept']) await server.post(hallId, [told('1')]);
    await later(20);
    expect(await comments('month')).withContext('after 20 days').toEqual(['排队太久']);
    await server.post('month', [told('2')]);
    await later(42, 'month');
    expect(await comments('month')).withContext('after 62 days').toEqual(['[erased]', '排队太久']);
    expect(await comments('unsaid')).toEqual(['排队太久']);
    await later(1_100, 'month', 'unsaid');
    expect(await Promise.all(['month', 'unsaid', 'kept'].map(comments))).toEqual([['[erased]', '[erased]'], ['[erased]'], ['排队太久']]);
    const said = (await server.lines('unsaid')).at(-1)!.event;
    expect(said).toEqual(jasmine.objectContaining({ type: 'event.erased', data: jasmine.objectContaining({ author: '/hallboard', reason: 'retention: 1095 days' }) }));
  });
});
