// `npm run graph`: draws the folders and who imports whom, as found in the code, between the marks in README.md.
// With --check it only compares, and fails when the drawing is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import rules from './import-rules.mjs';

const AREAS = ['shared', 'server', 'client'];
const MARKS = /(<!-- graph -->\n)[\s\S]*?(<!-- \/graph -->)/;

/** "server/live/hall.ts" → "server/live"; files at an area's root wire the others together and would point at everything. */
const folderOf = (file) => file.match(/^(shared|server\/[^/]+|client\/src\/[^/]+)\//)?.[1];
const nodeOf = (folder) => folder.replaceAll('/', '_');

/** Everyone may read the contract: one arrow for the whole area says it. */
const arrow = (from, to) => (to === 'shared' ? `${from.split('/')[0]} --> shared` : `${nodeOf(from)} --> ${nodeOf(to)}`);

const draw = (modules) => {
  const folders = new Set();
  const arrows = new Set();
  for (const { source, dependencies } of modules) {
    const from = folderOf(source);
    if (!from || source.endsWith('.spec.ts')) continue;
    folders.add(from);
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved);
      if (to && to !== from) arrows.add(arrow(from, to));
    }
  }
  const area = (name) => [...folders].filter((folder) => folder.startsWith(`${name}/`)).sort()
    .map((folder) => `    ${nodeOf(folder)}["${folder.split('/').at(-1)}"]`);
  const boxes = AREAS.flatMap((name) => (name === 'shared' ? ['  shared["shared"]'] : [`  subgraph ${name}`, ...area(name), '  end']));
  return ['```mermaid', 'flowchart TD', ...boxes, ...[...arrows].sort().map((line) => `  ${line}`), '```', ''].join('\n');
};

const { output } = await cruise(AREAS.map((name) => (name === 'client' ? 'client/src' : name)), rules.options);
const readme = readFileSync('README.md', 'utf8');
if (!MARKS.test(readme)) throw new Error('README.md has no place for the graph: it needs a line "<!-- graph -->" and a later line "<!-- /graph -->"');
const drawn = readme.replace(MARKS, `$1${draw(output.modules)}$2`);
if (drawn === readme) console.log('the graph in README.md is what the code says');
else if (process.argv.includes('--check')) {
  console.error('the graph in README.md is not what the code says: run "npm run graph"');
  process.exitCode = 1;
} else writeFileSync('README.md', drawn);
