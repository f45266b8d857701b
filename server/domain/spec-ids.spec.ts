import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root: where package.json and the sources lie, above this file and above what is built from it. */
function rootOf(file: string): string {
  const parts = file.split(sep);
  for (let length = parts.length - 1; length > 0; length--) {
    const folder = parts.slice(0, length).join(sep);
    const names = readdirSync(folder || sep);
    if (names.includes('package.json') && names.includes('server') && names.includes('shared')) return folder;
  }
  throw new Error(`No folder above ${file} holds package.json, server and shared`);
}

function textsUnder(folder: string, name: RegExp): { file: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', '.angular', 'trust'].includes(entry.name) ? [] : textsUnder(path, name);
    return name.test(entry.name) ? [{ file: path, text: readFileSync(path, 'utf8') }] : [];
  });
}

// faults (F1…) and figures to reach (G1…) of e2e/trust are numbered in docs/trust.md
const root = rootOf(fileURLToPath(import.meta.url));
const folders = ['shared', 'server', 'client', 'e2e'].map((name) => join(root, name));
const under = (name: RegExp) => folders.flatMap((folder) => textsUnder(folder, name));
const idsIn = (texts: { file: string; text: string }[], pattern: RegExp) =>
  new Map(texts.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, id]) => [id!, relative(root, file)] as const)));

const DEFINED = /^- \*\*([A-Z]\d{1,2})\*\* /gm;
const TITLE = /\b(?:it|describe)\(\s*(['"`])((?:\[[A-Z]\d{1,2}\] ?)+)/g;
const COMMENT = /(?:\/\/|\/\*\*|^\s*\*) *([A-Z]\d{1,2}): /gm;

const specs = under(/\.spec\.ts$/);
const defined = under(/^SPEC\.md$/);
const titles = specs.flatMap(({ file, text }) => [...text.matchAll(TITLE)].map(([, , ids]) => ({ file, text: ids! })));
const cited = idsIn(titles, /\[([A-Z]\d{1,2})\]/g);

describe('The numbered rules', () => {
  const rules = idsIn(defined, DEFINED);
  const fromElsewhere = new Set([...rules.keys()].filter((id) => defined.some(({ text }) => text.includes(`- **${id}** (elsewhere)`))));

  it('stand in the SPEC.md files, each once', () => {
    const all = defined.flatMap(({ text }) => [...text.matchAll(DEFINED)].map(([, id]) => id!));
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });

  it('are each kept by a spec that names them in its title', () => {
    expect([...rules.keys()].filter((id) => !cited.has(id) && !fromElsewhere.has(id))).toEqual([]);
  });

  it('are all that specs and comments speak of', () => {
    const spoken = new Map([...cited, ...idsIn(under(/\.ts$/), COMMENT)]);
    expect([...spoken].filter(([id]) => !rules.has(id)).map(([id, file]) => `${id} in ${file}`)).toEqual([]);
    console.log(`rules: ${rules.size} numbered, ${cited.size} cited by ${titles.length} specs`);
  });
});
