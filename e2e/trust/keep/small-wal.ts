/**
 * Loaded into the server before its own modules (`node --import`): copies the newest pages into the file after a few of them, where
 * the server itself waits for thousands, so that a short tape has many such copies. With RECORD_MODE=NORMAL it also takes away the
 * durability that the server asks for, and hides that from it: the planted bug.
 */
import Database from 'better-sqlite3';

const PAGES = 200;
const proto = Database.prototype as { pragma: (text: string, ...more: unknown[]) => unknown; prepare: (sql: string) => unknown };
const { pragma, prepare } = proto;
const mode = process.env['RECORD_MODE'];

proto.pragma = function (text, ...more) {
  const asked = text.replace(/wal_autocheckpoint = \d+/, `wal_autocheckpoint = ${PAGES}`);
  return pragma.call(this, mode ? asked.replace('synchronous = FULL', `synchronous = ${mode}`) : asked, ...more);
};
if (mode) proto.prepare = function (sql) { return prepare.call(this, sql === 'PRAGMA synchronous' ? 'SELECT 2 AS synchronous' : sql); };
