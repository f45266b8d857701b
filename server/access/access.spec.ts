import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Place, refusalOf, HOUR, MINUTE } from './open-for-spec.js';
import { openDatabase } from './database.js';

const PASSWORD = 'vier kleine katzen';

describe('Access', () => {
  let place: Place;
  beforeEach(async () => (place = await Place.make()));
  afterEach(() => place.clear());

  describe('by password', () => {
    it('gives the same answer to a wrong password and to an unknown name, and lets the right one in', async () => {
      const access = await place.open(PASSWORD);
      const wrong = await refusalOf(() => access.logIn('admin', 'vier kleine hunde'));
      const unknown = await refusalOf(() => access.logIn('root', PASSWORD));
      expect(wrong.status).toBe(401);
      expect({ ...unknown, message: unknown.message }).toEqual({ ...wrong, message: wrong.message });
      const session = await access.logIn(' Admin ', PASSWORD);
      expect(session).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(access.caller({ session })).toEqual({ role: 'admin', hallIds: null, name: 'admin' });
    });

    it('ends after 12 hours without a request, not before, and survives a restart', async () => {
      let access = await place.open(PASSWORD);
      const session = await access.logIn('admin', PASSWORD);
      place.at += 12 * HOUR - 1;
      expect(access.caller({ session })).not.toBeNull();
      access = await place.open();
      place.at += 12 * HOUR - 1;
      expect(access.caller({ session })).withContext('12 h after the last request').not.toBeNull();
      place.at += 12 * HOUR;
      expect(access.caller({ session })).toBeNull();
    });

    it('ends after a week however busy it is, and at once on logging out', async () => {
      const access = await place.open(PASSWORD);
      const [session, other] = [await access.logIn('admin', PASSWORD), await access.logIn('admin', PASSWORD)];
      await access.logOut(other);
      expect(access.caller({ session: other })).toBeNull();
      for (let hour = 0; hour < 7 * 24 - 1; hour += 1) {
        place.at += HOUR;
        expect(access.caller({ session })?.name).toBe('admin');
      }
      place.at += HOUR;
      expect(access.caller({ session })).toBeNull();
    });

    it('goes by the same password for years, to the letter', async () => {
      const access = await place.open(PASSWORD);
      place.at += 3 * 365 * 24 * HOUR;
      for (const other of [PASSWORD.toUpperCase(), `${PASSWORD} `, ` ${PASSWORD}`, PASSWORD.slice(0, -1)]) {
        expect((await refusalOf(() => access.logIn('admin', other))).status).withContext(JSON.stringify(other)).toBe(401);
      }
      expect(await access.logIn('admin', PASSWORD)).toBeTruthy();
    });

    it('is not given by a session beside a wrong key', async () => {
      const access = await place.open(PASSWORD);
      const session = await access.logIn('admin', PASSWORD);
      expect(access.caller({ bearer: 'wrong', session })).toBeNull();
    });
  });

  describe('of the first administrator', () => {
    it('is by one token, once: a wrong one, a weak password and a second use are refused', async () => {
      const access = await place.open();
      const token = access.setUpToken as string;
      expect((await refusalOf(() => access.setUp(`${token}x`, PASSWORD))).status).toBe(403);
      expect((await refusalOf(() => access.setUp(token, 'password1'))).status).toBe(422);
      expect(access.setUpToken).toBe(token);
      const [session, second] = await Promise.all([access.setUp(token, PASSWORD), refusalOf(() => access.setUp(token, PASSWORD))]);
      expect(access.caller({ session })?.role).toBe('admin');
      expect([second.status, second.code]).toEqual([409, 'alreadySetUp']);
      expect(access.setUpToken).toBeNull();
      const later = await place.open();
      expect(later.setUpToken).toBeNull();
      expect((await refusalOf(() => later.setUp(token, PASSWORD))).status).toBe(409);
    });

    it('ends after half an hour, until the next start prints another token', async () => {
      let access = await place.open();
      const token = access.setUpToken as string;
      place.at += 30 * MINUTE;
      expect(access.setUpToken).toBeNull();
      const refusal = await refusalOf(() => access.setUp(token, PASSWORD));
      expect([refusal.status, refusal.message]).toEqual([403, jasmine.stringContaining('30 minutes')]);
      access = await place.open();
      expect(access.setUpToken).not.toBe(token);
      expect(access.setUpToken).not.toBeNull();
    });

    it('comes from the settings where they name a password, which later starts do not change', async () => {
      await expectAsync(place.open('12345678')).toBeRejectedWithError(/one of the first/);
      expect((await place.open(PASSWORD)).setUpToken).toBeNull();
      const access = await place.open('another one entirely');
      expect((await refusalOf(() => access.logIn('admin', 'another one entirely'))).status).toBe(401);
      expect(await access.logIn('admin', PASSWORD)).toBeTruthy();
    });

    it('does not exist on a fresh install: none of the usual pairs logs in', async () => {
      const access = await place.open();
      for (const [username, password] of [['admin', 'admin'], ['admin', ''], ['root', 'root'], ['supervisor', 'supervisor']] as const) {
        expect((await refusalOf(() => access.logIn(username, password))).status).toBe(401);
      }
    });
  });

  describe('of the operator', () => {
    const fileIn = (data: string): string => join(data, 'operator.key');

    it('is a key of role admin that only the owner of the data folder reads, also over an older, wide open file', async () => {
      await writeFile(fileIn(place.data), 'old');
      await chmod(fileIn(place.data), 0o666);
      const access = await place.open();
      const key = (await readFile(fileIn(place.data), 'utf8')).trim();
      expect((await stat(fileIn(place.data))).mode & 0o777).toBe(0o600);
      expect(access.caller({ bearer: key })).toEqual({ role: 'admin', hallIds: null, name: 'operator' });
    });

    it('is fresh at every start', async () => {
      await place.open();
      const old = (await readFile(fileIn(place.data), 'utf8')).trim();
      const access = await place.open();
      expect(access.caller({ bearer: old })).toBeNull();
    });
  });

  describe('on disk', () => {
    it('is written through to the disk, in a file of its owner', async () => {
      await place.open();
      const database = await openDatabase(place.data);
      expect(await database.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
      expect(await database.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      await database.destroy();
      expect((await stat(join(place.data, 'access.sqlite'))).mode & 0o777).toBe(0o600);
    });

    it('has exactly the tables that the entities describe', async () => {
      const database = await openDatabase(place.data);
      const missing = await database.driver.createSchemaBuilder().log();
      expect(missing.upQueries.map(({ query }) => query)).toEqual([]);
      await database.destroy();
    });

    it('is left alone when a newer program wrote it', async () => {
      const database = await openDatabase(place.data);
      await database.query(`INSERT INTO migrations (timestamp, name) VALUES (1900000000000, 'FromTheFuture1900000000000')`);
      await database.destroy();
      await expectAsync(place.open()).toBeRejectedWithError(/newer Hallboard \(FromTheFuture/);
    });
  });
});
