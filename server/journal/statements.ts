/** What the store says to SQLite, prepared once. */
import type { Database } from 'better-sqlite3';

/** A link as its row in the file has it. */
export interface LinkRow {
  firstSeq: number;
  count: number;
  loggedAt: number;
  body: Buffer;
  hash: string;
}

const LINK = 'first_seq AS firstSeq, count, logged_at AS loggedAt, body, hash';

export type Statements = ReturnType<typeof statementsOf>;

export function statementsOf(db: Database) {
  return {
    hall: db.prepare('SELECT no FROM hall WHERE id = ?').pluck(),
    addHall: db.prepare('INSERT INTO hall (id) VALUES (?)'),
    halls: db.prepare('SELECT id FROM hall ORDER BY no').pluck(),
    identities: db.prepare(`SELECT ifnull(hall.id, 'no. ' || source.hall_no) AS hallId, source_no AS sourceNo, event_id.id AS id, seq FROM event_id
      JOIN source ON source.no = source_no LEFT JOIN hall ON hall.no = source.hall_no WHERE (source_no, event_id.id) > (?, ?) ORDER BY source_no, event_id.id LIMIT ?`),
    addLink: db.prepare('INSERT INTO link (hall_no, first_seq, count, logged_at, body, hash) VALUES (?, ?, ?, ?, ?, ?)'),
    rewriteLink: db.prepare('UPDATE link SET body = ? WHERE hall_no = ? AND first_seq = ?'),
    lastLink: db.prepare(`SELECT ${LINK} FROM link WHERE hall_no = ? ORDER BY first_seq DESC LIMIT 1`),
    linkAt: db.prepare(`SELECT ${LINK} FROM link WHERE hall_no = ? AND first_seq <= ? ORDER BY first_seq DESC LIMIT 1`),
    whenAt: db.prepare('SELECT first_seq AS firstSeq, count, logged_at AS loggedAt FROM link WHERE hall_no = ? AND first_seq <= ? ORDER BY first_seq DESC LIMIT 1'),
    linksFrom: db.prepare(`SELECT ${LINK} FROM link WHERE hall_no = ? AND first_seq > ? ORDER BY first_seq`),
    checkpoint: db.prepare('SELECT seq, fold_version AS foldVersion, state FROM checkpoint WHERE hall_no = ? AND fold_version = ? ORDER BY seq DESC LIMIT 1'),
    addCheckpoint: db.prepare('INSERT OR REPLACE INTO checkpoint (hall_no, seq, fold_version, state) VALUES (?, ?, ?, ?)'),
    addCheckpointPart: db.prepare('INSERT OR REPLACE INTO checkpoint_part (hall_no, seq, part, state) VALUES (?, ?, ?, ?)'),
    checkpointPart: db.prepare('SELECT state FROM checkpoint_part WHERE hall_no = ? AND seq = ? AND part = ?').pluck(),
    checkpointParts: db.prepare('SELECT count(*) FROM checkpoint_part WHERE hall_no = ? AND seq = ?').pluck(),
    endCheckpointParts: db.prepare('DELETE FROM checkpoint_part WHERE hall_no = ? AND seq = ? AND part >= ?'),
    dropCheckpointPart: db.prepare('DELETE FROM checkpoint_part WHERE rowid = (SELECT part.rowid FROM checkpoint_part AS part WHERE hall_no = ? AND seq NOT IN (SELECT seq FROM checkpoint WHERE hall_no = part.hall_no) LIMIT 1)'),
    dropCheckpoints: db.prepare('DELETE FROM checkpoint WHERE hall_no = ? AND seq NOT IN (SELECT seq FROM checkpoint WHERE hall_no = ? ORDER BY seq DESC LIMIT ?)'),
    addPast: db.prepare('INSERT OR REPLACE INTO past (hall_no, kind, at, version, state) VALUES (?, ?, ?, ?, ?)'),
    past: db.prepare('SELECT kind, at, version, state FROM past WHERE hall_no = ? AND kind = ? AND at <= ? AND version = ? ORDER BY at DESC LIMIT 1'),
    forgetCheckpoints: db.prepare('DELETE FROM checkpoint WHERE hall_no = ?'),
    forgetCheckpointParts: db.prepare('DELETE FROM checkpoint_part WHERE hall_no = ?'),
    forgetPast: db.prepare("DELETE FROM past WHERE hall_no = ? AND kind <> 'texts'"),
    dropPast: db.prepare("DELETE FROM past WHERE hall_no = ? AND kind = 'dayStart' AND at >= ?"),
  };
}
