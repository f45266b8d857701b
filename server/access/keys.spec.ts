import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Access } from './access.js';
import { may } from './caller.js';
import { Place } from './open-for-spec.js';

describe('A key', () => {
  let place: Place;
  let access: Access;

  beforeEach(async () => {
    place = await Place.make();
    access = await place.open();
  });
  afterEach(() => place.clear());

  it('names its role, its hall and itself, at the first showing and at every later one', async () => {
    const { id, key } = await access.createKey('hall-1', 'device', 'Kiosk 3');
    expect(key).toMatch(new RegExp(`^${id}\\.[A-Za-z0-9_-]{43}$`));
    const caller = access.caller({ bearer: key });
    expect(caller).toEqual({ role: 'device', hallIds: ['hall-1'], name: 'Kiosk 3' });
    expect(access.caller({ bearer: key })).toBe(caller);
  });

  it('opens its own hall only', async () => {
    const { key } = await access.createKey('hall-1', 'device');
    const caller = access.caller({ bearer: key });
    expect([may(caller, 'events.post', 'hall-1'), may(caller, 'events.post', 'hall-2')]).toEqual([true, false]);
  });

  it('is still good after a restart', async () => {
    const { key } = await access.createKey('hall-1', 'wall');
    access = await place.open();
    expect(access.caller({ bearer: key })?.role).toBe('wall');
  });

  it('is unknown to the very next call once it is revoked, and after a restart, while its sister lives', async () => {
    const old = await access.createKey('hall-1', 'device');
    const next = await access.createKey('hall-1', 'device');
    expect(access.caller({ bearer: old.key })).not.toBeNull();
    const revoked = access.revokeKey('hall-1', old.id);
    expect(access.caller({ bearer: old.key })).withContext('while the table is being written').toBeNull();
    expect(await revoked).toBeTrue();
    access = await place.open();
    expect(access.caller({ bearer: old.key })).toBeNull();
    expect(access.caller({ bearer: next.key })).not.toBeNull();
  });

  it('cannot be revoked twice, nor from another hall', async () => {
    const { id, key } = await access.createKey('hall-1', 'device');
    expect(await access.revokeKey('hall-2', id)).toBeFalse();
    expect(access.caller({ bearer: key })).not.toBeNull();
    expect(await access.revokeKey('hall-1', id)).toBeTrue();
    expect(await access.revokeKey('hall-1', id)).toBeFalse();
  });

  it('is listed in its hall until it is revoked, without its secret', async () => {
    const kiosk = await access.createKey('hall-1', 'device', 'Kiosk 3');
    await access.createKey('hall-2', 'wall');
    expect(await access.keysOf('hall-1')).toEqual([{ id: kiosk.id, role: 'device', name: 'Kiosk 3', createdAt: place.at }]);
    await access.revokeKey('hall-1', kiosk.id);
    expect(await access.keysOf('hall-1')).toEqual([]);
  });

  it('leaves no trace of its secret on disk', async () => {
    const { key } = await access.createKey('hall-1', 'device');
    const secret = key.split('.')[1] as string;
    for (const file of ['access.sqlite', 'access.sqlite-wal']) {
      expect((await readFile(join(place.data, file))).includes(secret)).withContext(file).toBeFalse();
    }
  });

  it('is refused in every form but its own', async () => {
    const { id, key } = await access.createKey('hall-1', 'device');
    const other = await access.createKey('hall-1', 'device');
    const secret = key.slice(id.length + 1);
    const spoilt = [
      '', '.', id, secret, `${id}.`, `.${secret}`, `${id}:${secret}`, `${key}.`, `${key} `, ` ${key}`, `${key}\n`, `${key}=`,
      `Bearer ${key}`, `${id}.${id}.${secret}`, `${id.toUpperCase()}x.${secret}`, `${other.id}.${secret}`,
      `__proto__.${secret}`, `constructor.${secret}`,
    ];
    let tried = 0;
    const isRefused = (bearer: string): void => {
      tried += 1;
      if (access.caller({ bearer }) !== null) throw new Error(`accepted: ${JSON.stringify(bearer)}`);
    };
    spoilt.forEach(isRefused);
    const position = fc.nat({ max: key.length - 1 });
    const sign = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    const isRefusedWith = (at: number, to: string): void => {
      if (key[at] !== to) isRefused(key.slice(0, at) + to + key.slice(at + 1));
    };
    fc.assert(fc.property(position, sign, isRefusedWith), { numRuns: 400 });
    fc.assert(fc.property(position, (at) => isRefused(key.slice(0, at))), { numRuns: 100 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isRefused), { numRuns: 300 });
    console.log(`keys: ${tried} malformed or altered keys refused`);
    expect(tried).toBeGreaterThan(700);
    expect(access.caller({ bearer: key })).not.toBeNull();
  });

  it('costs a busy device next to nothing: 100,000 showings well within a second', async () => {
    const { key } = await access.createKey('hall-1', 'device');
    const bytes = Buffer.from(key); // each request brings its own string, as from the wire
    const start = performance.now();
    for (let i = 0; i < 100_000; i += 1) access.caller({ bearer: bytes.toString('latin1') });
    const ms = performance.now() - start;
    console.log(`keys: 100,000 showings of one key in ${ms.toFixed(1)} ms`);
    expect(ms).toBeLessThan(1000);
  });
});
