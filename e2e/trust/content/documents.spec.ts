/** docs/security.md and docs/asvs.md say what the code does: rights, times, and a test for each answer that names one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acts, may } from '../../../server/access/caller.js';
import { IDLE_MS, LONGEST_MS } from '../../../server/access/sessions.js';
import type { Role } from '../../../shared/commands/hall.js';
import { tried } from '../kit/tried.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const page = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const HOUR = 3_600_000;
const ROLES: Role[] = ['device', 'wall', 'reader', 'supervisor', 'admin'];
/** Requirements of levels 1 and 2 in each chapter of ASVS 5.0.0, 253 in all. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];
const KINDS = ['test', 'absent', 'reason', 'operator', 'not met'];

interface Row {
  id: string;
  kind: string;
  answer: string;
}
const rowsOf = (text: string): Row[] => [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| [^|]+ \| ([a-z ]+) \| (.+) \|$/gm)].map(([, id, kind, answer]) => ({ id: id!, kind: kind!, answer: answer! }));
/** Files that are not there, and titles that no spec of theirs has: `path` “title”. */
function faultsOf({ id, kind, answer }: Row): string[] {
  const named = [...answer.matchAll(/`([\w./-]+\.spec\.ts)`(?: “([^”]+)”)?/g)];
  const wrong = named.filter(([, path, title]) => !existsSync(join(ROOT, path!)) || (title !== undefined && !page(path!).replaceAll('\\\'', '\'').includes(title)));
  const without = ['test', 'absent'].includes(kind) && !named.some(([, , title]) => title) ? [`${id}: names no test`] : [];
  return [...wrong.map(([, path, title]) => `${id}: ${path} has no “${title}”`), ...without, ...(KINDS.includes(kind) ? [] : [`${id}: ${kind} is no kind of answer`])];
}

describe('The page of security', () => {
  it('says what the code does: who may, how long, by which name', () => {
    const text = page('docs/security.md');
    const told = text.slice(text.indexOf('<!-- rights: begin -->'), text.indexOf('<!-- rights: end -->'));
    const rights = acts.map((act) => `| \`${act}\` | ${ROLES.map((role) => (may({ role, hallIds: null, name: role }, act, null) ? '✓' : '')).join(' | ')} |`);
    expect(told.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rights);
    expect(text).toContain(`ends after ${IDLE_MS / HOUR} h without a request, after ${LONGEST_MS / 24 / HOUR} days in any case`);
    for (const said of ['hallboard_session', '`operator.key`', 'argon2id, 19 MiB, 2 passes, 1 lane']) expect(text).toContain(said);
  });
});

describe('The answers to ASVS', () => {
  const rows = rowsOf(page('docs/asvs.md'));

  it('are one to each requirement of levels 1 and 2, and name tests that there are', () => {
    expect(CHAPTERS.map((_count, index) => rows.filter(({ id }) => id.startsWith(`${index + 1}.`)).length)).toEqual(CHAPTERS);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.flatMap(faultsOf)).toEqual([]);
    const counts = KINDS.map((kind) => `${rows.filter((row) => row.kind === kind).length} ${kind}`).join(', ');
    expect(page('docs/asvs.md')).toContain(counts);
    tried({ promise: 'G19', how: 'requirements of ASVS 5.0.0, levels 1 and 2, with the tests they name', cases: rows.length, outcome: counts });
  });

  it('name tests in the second part too', () => {
    const text = page('docs/asvs.md');
    expect([...text.matchAll(/`([\w./-]+\.(?:spec\.ts|md))`/g)].map(([, path]) => path!).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('the net has teeth: a file that is not there, a title that no test has, and no test at all are each found', () => {
    const row = (answer: string) => ({ id: '1.1.1', kind: 'test', answer });
    expect(['`e2e/none.spec.ts` “x”', '`server/access/access.spec.ts` “no such title”', 'it is so'].map((answer) => faultsOf(row(answer)).length)).toEqual([1, 1, 1]);
  });
});
