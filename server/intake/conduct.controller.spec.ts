import type { CaseAnswer, ConductAnswer } from '../../shared/commands/cases.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { Server } from '../server.spec-kit.js';

const HALL = '/api/v1/halls/a';

describe('Four a year over HTTP', () => {
  let server: Server;
  let li: Speaker;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a');
    await newPerson(server, { username: 'wang' });
    li = await newPerson(server, { username: 'li' });
  });
  afterEach(() => server.end());

  async function visit(staffId: string, at?: string): Promise<CaseAnswer> {
    const said = { kind: 'returnVisit', title: '回访', channel: 'visit', category: 'attitude', satisfied: false, owner: 'wang', staffId, at };
    const opened = (await li('POST', `${HALL}/cases`, said)).json as unknown as CaseAnswer;
    await li('POST', `${HALL}/cases/${opened.id}/steps`, { step: 'verify', verdict: 'yes' });
    return opened;
  }
  const conduct = async (query = '') => (await li('GET', `${HALL}/conduct${query}`)).json as unknown as ConductAnswer;

  it('[E6] tells those named most often first, how they stand, and by which cases', async () => {
    for (const staffId of ['P1', 'P3', 'P3', 'P4', 'P3', 'P4', 'P4', 'P4']) await visit(staffId);
    const { year, years, people } = await conduct();
    const now = new Date(server.clock.now()).getUTCFullYear();
    expect([year, years]).toEqual([now, [now, now - 1]]);
    expect(people.map(({ staffId, state, cases }) => [staffId, state, cases.length])).toEqual([['P4', 'disqualified', 4], ['P3', 'warned', 3], ['P1', 'ok', 1]]);
  });

  it('[E6] [E7] keeps the years apart, and refuses one that the hall no longer has', async () => {
    const last = new Date(server.clock.now()).getUTCFullYear() - 1;
    await visit('P1', `${last}-06-01T10:00:00+08:00`);
    expect([(await conduct()).people, (await conduct(`?year=${last}`)).people.map(({ staffId }) => staffId)]).toEqual([[], ['P1']]);
    const refused = await li('GET', `${HALL}/conduct?year=${last - 1}`);
    expect([refused.status, refused.json.detail]).toEqual([400, jasmine.stringContaining(`must be ${last + 1} or ${last}`)]);
  });

  it('is read by readers, and not by walls and devices', async () => {
    const statuses = await Promise.all((['reader', 'wall', 'device'] as const).map(async (role) => (await byKey(server, (await server.makeKey('a', role)).key)('GET', `${HALL}/conduct`)).status));
    expect(statuses).toEqual([200, 403, 403]);
  });
});
