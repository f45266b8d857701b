import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { count, seed, tried } from '../kit/tried.js';
import type { Asked } from './days-of-logs.spec-kit.js';

const TELLER = fileURLToPath(new URL('./days-of-logs.spec-kit.js', import.meta.url));
const LOGS = count(40, 1_000);

type Environment = Pick<Asked, 'together' | 'stoppedAt'> & { TZ: string; LANG: string };
/** Calendars, digits, capitals and half hours that have led programs astray; logs in pieces of one, of some, and whole. */
const ENVIRONMENTS: Environment[] = [
  { TZ: 'UTC', LANG: 'C', together: 1, stoppedAt: null },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', together: Infinity, stoppedAt: null },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', together: 2, stoppedAt: 5 },
  { TZ: 'Pacific/Apia', LANG: 'ar_EG.UTF-8', together: 3, stoppedAt: seed },
  { TZ: 'Europe/Dublin', LANG: 'th_TH.UTF-8', together: 7, stoppedAt: null },
  { TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8', together: Infinity, stoppedAt: 1 },
];

/** What a process of that environment makes of the logs. */
async function told({ TZ, LANG, together, stoppedAt }: Environment, more: Partial<Asked> = {}): Promise<string> {
  const asked: Asked = { seed, logs: LOGS, together: Math.min(together, 1_000), stoppedAt, ownZone: false, ...more };
  const { stdout } = await promisify(execFile)(process.execPath, [TELLER, JSON.stringify(asked)], { env: { PATH: process.env['PATH'], TZ, LANG, LC_ALL: LANG }, maxBuffer: 2 ** 27 });
  return stdout;
}

describe('[F30] The days of a log', () => {
  it('are the same files, byte for byte, whatever clocks and language their process has and in whatever pieces the log is read', async () => {
    const [first, ...others] = await inTurn(ENVIRONMENTS, (environment) => told(environment));
    const days = first!.trim().split('\n').length;
    tried({ promise: 'F30', how: `random logs told by processes of ${ENVIRONMENTS.length} environments: zone, language, commits of another size, read in two goes`, cases: LOGS * ENVIRONMENTS.length, outcome: `${days.toLocaleString('en')} days, ${others.filter((other) => other !== first).length} environments with another SHA-256` });
    expect(days).toBeGreaterThan(LOGS);
    others.forEach((other, index) => expect(other === first).withContext(JSON.stringify(ENVIRONMENTS[index + 1])).toBeTrue());
  }, 900_000);

  it('the net has teeth: a process that takes its own zone for the hall’s is caught', async () => {
    const [one, other] = await inTurn(ENVIRONMENTS.slice(0, 2), (environment) => told(environment, { logs: 3, ownZone: true }));
    expect(other).not.toBe(one);
  }, 60_000);
});

/** Two at a time. */
async function inTurn<T, U>(list: T[], of: (one: T) => Promise<U>): Promise<U[]> {
  const made: U[] = [];
  for (let index = 0; index < list.length; index += 2) made.push(...(await Promise.all(list.slice(index, index + 2).map(of))));
  return made;
}
