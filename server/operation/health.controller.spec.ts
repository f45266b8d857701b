import { openOperation } from './operation.spec-kit.js';

describe('The health of the server', () => {
  it('is alive from the start, ready when its halls are folded, and neither hides that it is stopping', async () => {
    const { app, readiness } = await openOperation([{ id: 'a', now: () => 0, unread: [], open: { waiting: 0, called: 0, serving: 0, parked: 0 }, sources: new Map() }]);
    const ask = async (path: string) => {
      const { statusCode, headers, json } = await app.inject(path);
      return [statusCode, headers['retry-after'], json<{ status: unknown; code?: string }>()] as const;
    };
    expect(await ask('/healthz')).toEqual([200, undefined, { status: 'alive' }]);
    expect(await ask('/readyz')).toEqual([503, '1', jasmine.objectContaining({ code: 'starting' })]);
    readiness.state = 'ready';
    expect(await ask('/readyz')).toEqual([200, undefined, { status: 'ready', halls: 1, quarantined: ['hall-3'] } as never]);
    readiness.storing = () => false;
    expect(await ask('/readyz')).toEqual([503, '5', jasmine.objectContaining({ code: 'notStored' })]);
    readiness.state = 'draining';
    expect(await ask('/readyz')).toEqual([503, '5', jasmine.objectContaining({ code: 'draining' })]);
    expect((await ask('/healthz'))[0]).toBe(200);
    expect((await app.inject('/healthz')).headers['cache-control']).toBe('no-store');
    await app.close();
  });
});
