/** Another process that opens the journal of the folder it is given, and says how that went. */
import { SqliteJournal } from './sqlite-journal.js';

const said = await SqliteJournal.open({ data: process.argv[2]!, failed: () => undefined }).then(
  () => 'opened',
  (error: unknown) => (error as Error).message,
);
process.send!(said, () => process.exit());
