import type { CasesAnswer } from '../../shared/commands/cases.js';
import type { RatingLink, RatingPage } from '../../shared/commands/ratings.js';
import type { AlertsAnswer } from '../../shared/commands/alert.js';
import type { RatingFigures } from '../../shared/rows/figures.js';
import { formatInstant } from '../../shared/instant.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { event, issued, Server, type Heard } from '../server.spec-kit.js';

const A = '/api/v1/halls/a';
const settings = { name: '区政务服务中心', services: [{ id: 'tax', name: '税务' }], counters: [{ id: 'c1', name: '1 号窗口', serviceIds: ['tax'] }] };
const clause = { id: 'bad', kind: 'rating.bad', limit: 2, source: 'local' };
const at = { ticketId: 't1', counterId: 'c1', staffId: 'P7' };

describe('Ratings by the link on a ticket', () => {
  let server: Server;
  let operator: Speaker;
  let token: string;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', settings);
    operator = byKey(server);
    await operator('PUT', `${A}/standard`, { name: '标准', source: 'local', clauses: [clause] });
    await say(issued('t1'), event('ticket.called', at));
    token = await linkTo('t1');
  });
  afterEach(() => server.end());

  const say = (...events: ReturnType<typeof event>[]) => server.post('a', events.map((one) => ({ ...one, time: formatInstant(server.clock.now()) })));
  const serve = () => say(event('service.started', at), event('service.ended', { ...at, outcome: 'completed' }));
  const anyone = () => byKey(server, null);
  const linkTo = async (ticketId: string) => new URL(((await operator('GET', `${A}/tickets/${ticketId}/rating-link`)).json as unknown as RatingLink).url).searchParams.get('t')!;
  const open = () => anyone()('POST', `${A}/ratings/page`, { ticketId: 't1', token });
  const rate = (said: object = { level: 5 }) => anyone()('POST', `${A}/ratings`, { ticketId: 't1', token, ...said });
  const pageOf = ({ json }: Heard) => json as unknown as RatingPage;
  const cases = async (speak = operator) => ((await speak('GET', `${A}/cases?status=all`)).json as unknown as CasesAnswer).cases;
  const figures = async (id = 'hall') => ((await server.state('a')).rows.figures[id] as { rating: RatingFigures }).rating;
  const judged = async () => {
    server.show('a');
    await server.running.halls.get('a')!.judged();
  };

  it('[T14] are asked for once, given once by whoever holds the ticket, and stay so after a restart', async () => {
    expect(pageOf(await open())).toEqual({ hall: '区政务服务中心', number: 'T1', service: '税务', counter: '1 号窗口', state: 'early' });
    expect([(await rate()).status, (await rate()).json.code]).toEqual([409, 'notServedYet']);
    await serve();
    expect([pageOf(await open()).state, pageOf(await open()).state, (await figures()).requested]).toEqual(['open', 'open', 1]);
    const heard = await Promise.all([5, 4, 1].map((level) => rate({ level })));
    expect(heard.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await server.restart();
    expect([(await rate()).json.code, pageOf(await open()).state]).toEqual(['alreadyRated', 'rated']);
    for (const id of ['hall', 'service:tax', 'counter:c1', 'staff:P7']) expect((await figures(id)).given).withContext(id).toBe(1);
  });

  it('[T8] belong to whoever stood at the counter as the service ended, where the ticket names nobody', async () => {
    const unnamed = { ticketId: 't2', counterId: 'c1' };
    await say(event('staff.loggedOn', { counterId: 'c1', staffId: 'P8' }), issued('t2'), event('service.started', unnamed), event('service.ended', { ...unnamed, outcome: 'completed' }));
    server.clock.pass(1_000);
    await say(event('staff.loggedOn', { counterId: 'c1', staffId: 'P9' }));
    expect((await rate({ ticketId: 't2', level: 4, token: await linkTo('t2') })).status).toBe(201);
    expect([(await figures('staff:P8')).given, (await server.state('a')).rows.figures['staff:P9']]).toEqual([1, undefined]);
  });

  it('[T14] are not given to a ticket that a pad rated, nor when its day and the next are over', async () => {
    await serve();
    await say(event('rating.given', { ...at, level: 4 }));
    expect((await rate()).json.code).toBe('alreadyRated');
    server.clock.pass(48 * 3_600_000);
    await say(issued('t2'));
    expect([(await rate()).status, (await open()).json.code]).toEqual([404, 'unknownTicket']);
  });

  it('are refused without the token of the very ticket, and who tries many waits, but never who has the right one', async () => {
    await serve();
    const other = await linkTo('t2');
    for (const wrong of [other, 'x', `${token}x`]) expect((await rate({ token: wrong, level: 5 })).json.code).withContext(wrong).toBe('ratingToken');
    for (let i = 0; i < 20; i++) await rate({ token: other, level: 5 });
    const waited = await rate({ token: other, level: 5 });
    expect([waited.status, waited.headers['retry-after']]).toEqual([429, jasmine.any(String)]);
    for (const said of [{ level: 6 }, { level: 5, name: '张三' }, { level: 5, dimensions: { speed: 1 } }, { level: 5, comment: 'x'.repeat(501) }]) {
      expect((await rate(said)).status).withContext(JSON.stringify(said)).toBe(422);
    }
    expect((await rate()).status).toBe(201);
  });

  it('have their link and its code for kiosks and administrators alone', async () => {
    const { key } = (await operator('POST', `${A}/keys`, { role: 'device' })).json;
    const heard = await byKey(server, key)('GET', `${A}/tickets/t1/rating-qr.svg`);
    expect([heard.headers['content-type'], heard.text.slice(0, 4)]).toEqual(['image/svg+xml', '<svg']);
    expect((await byKey(server, key)('GET', `${A}/tickets/t1/rating-link`)).text).toContain(`/rate/a/t1?t=${token}`);
    expect((await anyone()('GET', `${A}/tickets/t1/rating-link`)).status).toBe(401);
  });

  it('[J1] open a complaint for whoever is told first when they are bad, in the words that were given, once', async () => {
    await newPerson(server, { username: 'wang' });
    await serve();
    await rate({ level: 2, dimensions: { attitude: 2, efficiency: 1 }, comment: '等了太久' });
    await judged();
    await server.restart();
    await judged();
    const [one, ...more] = await cases();
    expect(more).toEqual([]);
    expect(one).toEqual(jasmine.objectContaining({
      kind: 'complaint', channel: 'rating', title: '1 号窗口 不满意 Dissatisfied', text: '等了太久', category: 'efficiency', ticketId: 't1', counterId: 'c1', staffId: 'P7', serviceId: 'tax', owner: 'wang', state: 'received',
    }));
    expect(one!.replyDueAt).toBeGreaterThan(one!.openedAt);
    expect(Object.values((await server.state('a')).rows.alerts).map(({ kind, label }) => `${kind} ${label}`)).toEqual(['rating.bad T1']);
  });

  it('[J1] open none where they are not bad, or where the settings say so', async () => {
    await serve();
    await rate({ level: 3 });
    await server.makeHall('a', { ...settings, cases: { fromRatings: false } });
    await say(event('rating.given', { counterId: 'c1', level: 1 }));
    await judged();
    expect([Object.keys((await server.state('a')).rows.alerts).length, await cases()]).toEqual([1, []]);
  });

  it('[J2] tell readers and walls neither who rated nor in which words, in no answer', async () => {
    await serve();
    await rate({ level: 1, comment: '态度生硬' });
    await judged();
    const keys = await Promise.all(['reader', 'wall'].map(async (role) => (await operator('POST', `${A}/keys`, { role })).json.key));
    const reader = byKey(server, keys[0]);
    const answers = [...(await Promise.all(['alerts?status=all', 'cases?status=all', 'state'].map((path) => reader('GET', `${A}/${path}`)))), await byKey(server, keys[1])('GET', `${A}/state`)];
    const { alerts: [alert] } = answers[0]!.json as unknown as AlertsAnswer;
    expect([alert!.label, alert!.subject]).toEqual(['c1', { kind: 'counter', id: 'c1' }]);
    const journal = (await reader('GET', `${A}/journal`)).text.split('\n').filter((line) => line.includes('rating'));
    expect(journal.length).toBe(4);
    for (const text of [...answers.map((heard) => heard.text), ...journal]) {
      expect(text).not.toContain('态度生硬');
      expect(/"(?:ticketId|label|id)":"t1"/i.test(text)).withContext(text.slice(0, 300)).toBeFalse();
    }
    expect((await reader('GET', `${A}/tickets/t1`)).text).not.toContain('rating.given');
    expect((await reader('GET', `${A}/tickets?figure=rating.bad`)).status).toBe(403);
    expect((await reader('GET', `${A}/alerts/${alert!.id}/story`)).text).not.toMatch(/"t1"|态度/);
    expect(await cases(reader)).toEqual([jasmine.objectContaining({ ticketId: null, text: null })]);
  });

  it('[N7] make no source of the page, which falls silent when nobody rates', async () => {
    await serve();
    await rate();
    expect(Object.keys((await server.state('a')).rows.sources)).toEqual(['/kiosk/1']);
    const forged = await server.say(`${A}/events`, { method: 'POST', type: 'application/cloudevents+json', body: JSON.stringify(event('rating.given', { ...at, level: 5 }, { source: '/hallboard/rating' })) });
    expect(forged.json.problems[0]!.code).toBe('ownSource');
  });
});
