import { SubscribeMessage } from '@nestjs/websockets';
import { fastify } from 'fastify';
import { demandSocketRules, guardRoutes } from './guard-routes.js';
import { actOf, Demand, Known, Public, ruleOf } from './rules.js';

describe('the rule of a route', () => {
  it('is declared on its method, one of three', () => {
    class Controller {
      @Demand('alerts.read')
      read(): void { /* declares only */ }
      @Known('their own', { name: 'own' })
      own(): void { /* declares only */ }
      @Public('no secret')
      open(): void { /* declares only */ }
    }
    const { read, own, open } = Controller.prototype;
    expect([read, own, open].map(ruleOf)).toEqual([{ act: 'alerts.read' }, { known: 'their own', name: 'own' }, { anyone: 'no secret' }]);
    expect([read, own, open].map((method) => actOf(ruleOf(method)!))).toEqual(['alerts.read', 'own', undefined]);
  });

  it('is missed when it is not there: such a server does not start', async () => {
    const app = fastify();
    guardRoutes(app, null as never);
    expect(() => app.get('/api/v1/forgotten', () => 'everything')).toThrowError(/GET \/api\/v1\/forgotten declares no rule/);
    expect(() => app.get('/api/v1/declared', { config: { rule: { anyone: 'no secret' } } }, () => 'hello')).not.toThrow();
    await app.close();
  });

  it('is missed on a socket message as well', () => {
    class Declared {
      @Public('no secret')
      @SubscribeMessage('hello')
      hello(): void { /* declares only */ }
    }
    class Forgotten {
      @SubscribeMessage('everything')
      everything(): void { /* declares only */ }
    }
    const appOf = (metatype: unknown) => ({ get: () => new Map([['a', { providers: new Map([['b', { metatype }]]) }]]) }) as never;
    expect(() => demandSocketRules(appOf(Declared))).not.toThrow();
    expect(() => demandSocketRules(appOf(Forgotten))).toThrowError(/"everything" of Forgotten declares no rule/);
  });

  it('is kept before the body is read', async () => {
    const app = fastify();
    guardRoutes(app, { caller: ({ bearer }: { bearer?: string }) => (bearer === 'li' ? { role: 'supervisor', hallIds: ['own'], name: 'li' } : null) } as never);
    let read = 0;
    app.addContentTypeParser('application/json', (_request, _payload, done) => done(null, ++read));
    const handler = ({ caller }: { caller: unknown }) => caller;
    app.post('/halls/:hallId', { config: { rule: { act: 'alerts.act' } } }, handler);
    app.post('/people', { config: { rule: { act: 'people.manage' } } }, handler);
    app.post('/own', { config: { rule: { known: 'their own' } } }, handler);
    app.post('/open', { config: { rule: { anyone: 'no secret' } } }, handler);
    const statusOf = async (url: string, key: string) => (
      (await app.inject({ method: 'POST', url, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: '{}' })).statusCode);
    const answers = ['/halls/own', '/halls/other', '/people', '/own', '/open'].map((url) => Promise.all([statusOf(url, 'nobody'), statusOf(url, 'li')]));
    expect(await Promise.all(answers)).toEqual([[401, 200], [401, 403], [401, 403], [401, 200], [200, 200]]);
    expect(read).toBe(4);
    await app.close();
  });
});
