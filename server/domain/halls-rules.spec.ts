import { existsSync, readFileSync } from 'node:fs';

/** From dist/server/domain to the project's root. */
const ROOT = new URL('../../../', import.meta.url);

describe('docs/rules.md', () => {
  const lines = readFileSync(new URL('docs/rules.md', ROOT), 'utf8').split('\n').filter((line) => /^\| \d/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));

  it('answers each of the 63 rules of the halls once, in words', () => {
    expect(lines.map(([number]) => Number(number))).toEqual(Array.from({ length: 63 }, (_, index) => index + 1));
    for (const [number, rule, answer] of lines) expect(rule && answer).withContext(`rule ${number}`).toBeTruthy();
  });

  it('names a spec that there is, or says why no feature answers', () => {
    for (const [number, , answer, , spec] of lines) {
      if (spec === '—') expect(answer).withContext(`rule ${number}`).toMatch(/^Not answered/);
      else expect(existsSync(new URL(spec!.replaceAll('`', ''), ROOT))).withContext(`rule ${number}: ${spec}`).toBeTrue();
    }
  });
});
