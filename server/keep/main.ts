/** `npm run hall -- backup | verify | restore`: what an operator does with a data folder. Exit codes: 0 good, 1 it is not, 2 wrong arguments. */
import { parseArgs } from 'node:util';
import { withEnvFile } from '../operation/settings.js';
import { backUp } from './back-up.js';
import { loss, outcome, say, told } from './report.js';
import { restore } from './restore.js';
import { verifyFolder } from './verify-folder.js';

const USAGE = `npm run hall -- backup TARGET            备份到新文件夹，服务可继续运行 · back up into a new folder, while the server serves
npm run hall -- verify [FOLDER]          核验备份或已停机的数据目录 · verify a backup, or a data folder no server is at
npm run hall -- restore BACKUP           核验后恢复到空的数据目录 · verify it and restore it into an empty data folder
  --data FOLDER                          数据目录 · the data folder; left out: HALLBOARD_DATA, else ./data
  --dry-run                              restore: 只核验，不写入 · verify and say what would be held, write nothing
  --journal HALL=FILE                    restore: 备份之后的流水 · the hall's journal after the backup, from GET …/halls/HALL/journal; may be repeated
  --json                                 输出 JSON · answer in JSON`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = { data: text, json: flag, 'dry-run': flag, journal: { ...text, multiple: true }, help: { ...flag, short: 'h' } } as const;

class WrongArguments extends Error {}

async function main(): Promise<number> {
  const { values, positionals } = read();
  const [command, folder, ...more] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const data = values.data ?? withEnvFile(process.env)['HALLBOARD_DATA'] ?? './data';
  if (more.length > 0 || (folder === undefined && command !== 'verify')) throw new WrongArguments(command === undefined ? 'Say what to do.' : `${command} takes one folder.`);
  if (command === 'backup') return outcome(await backUp(data, folder!, values.json ? () => undefined : say), values.json, folder!);
  if (command === 'verify') return told(await verifyFolder(folder ?? data), values.json, folder ?? data);
  if (command === 'restore') {
    const held = await restore({ backup: folder!, data, tails: (values.journal ?? []).map(tailOf), dryRun: values['dry-run'] });
    return loss(held, values.json, values['dry-run'] ? null : data);
  }
  throw new WrongArguments(`There is no command ${command}.`);
}

function read() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new WrongArguments((error as Error).message, { cause: error });
  }
}

function tailOf(given: string): { hallId: string; file: string } {
  const [, hallId, file] = /^([^=]+)=(.+)$/.exec(given) ?? [];
  if (hallId === undefined || file === undefined) throw new WrongArguments(`--journal ${given} was refused: say HALL=FILE.`);
  return { hallId, file };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const wrong = error instanceof WrongArguments;
    console.error(wrong ? `${error.message}\n${USAGE}` : (error as Error).message);
    process.exitCode = wrong ? 2 : 1;
  },
);
