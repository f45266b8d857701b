/** What is installed: from the registry alone and whole, no script run unasked, nothing below the version that mended it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tried } from '../kit/tried.js';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  inBundle?: boolean;
}
type Lock = Record<string, Entry>;

const file = (name: string) => JSON.parse(readFileSync(fileURLToPath(new URL(`../../../../${name}`, import.meta.url)), 'utf8')) as Record<string, unknown>;
/** Below these a known hole is open. */
const FLOORS: Record<string, string> = { ws: '8.21.0', 'socket.io': '4.6.2', 'socket.io-parser': '4.2.6', 'engine.io': '6.6.2', fastify: '5.3.2', nodemailer: '7.0.7', '@fastify/static': '8.1.1' };
/** The lockfile leaves the registry's own addresses away (.npmrc): what stands there would come from elsewhere. */
const REGISTRY = /^https:\/\/registry\.npmjs\.org\/[\w@.%/-]+\.tgz$/;

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const isBelow = (version: string, floor: string): boolean => {
  const [a, b] = [version, floor].map((text) => text.split('-')[0]!.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
};

/** What is wrong with an installation, in words. */
function faultsOf(lock: Lock, allowed: Record<string, boolean>): string[] {
  return Object.entries(lock).filter(([path]) => path !== '').flatMap(([path, { version = '', resolved, integrity = '', hasInstallScript, link, inBundle }]) => {
    const name = nameOf(path);
    return [
      ...(!link && (resolved === undefined || REGISTRY.test(resolved)) ? [] : [`${path}: is not from the registry: ${resolved ?? 'a link'}`]),
      ...(inBundle || /^sha512-[\w+/]{86}==$/.test(integrity) ? [] : [`${path}: has no SHA-512`]),
      ...(hasInstallScript && !(name in allowed) ? [`${path}: would run a script that package.json does not speak of`] : []),
      ...(name in FLOORS && isBelow(version, FLOORS[name]!) ? [`${path}: ${version} is below ${FLOORS[name]}`] : []),
    ];
  });
}

describe('What is installed', () => {
  const lock = file('package-lock.json')['packages'] as Lock;
  const allowed = file('package.json')['allowScripts'] as Record<string, boolean>;

  it('is from the registry, whole, runs no script unasked, and stands above every floor', () => {
    expect(faultsOf(lock, allowed)).toEqual([]);
    expect(Object.keys(FLOORS).filter((name) => !(`node_modules/${name}` in lock))).toEqual([]);
    tried({ promise: 'Known CVEs', how: 'every package of the lockfile: origin, hash, install script, floor', cases: Object.keys(lock).length - 1, outcome: `0 from elsewhere, ${Object.values(allowed).filter(Boolean).length} install script allowed, ${Object.keys(FLOORS).length} floors kept` });
  });

  it('the net has teeth: a package from elsewhere, changed, old, or with a script is caught', () => {
    const [path, entry] = Object.entries(lock).find(([name]) => name === 'node_modules/ws')!;
    const planted: Entry[] = [{ ...entry, resolved: 'git+ssh://git@example.org/ws.git' }, { ...entry, resolved: 'https://registry.npmjs.org.evil.invalid/ws.tgz' }, { ...entry, integrity: '' }, { ...entry, integrity: 'sha1-abc' }, { ...entry, version: '8.20.9' }, { ...entry, hasInstallScript: true }];
    for (const one of planted) expect(faultsOf({ [path]: one }, allowed).length).withContext(JSON.stringify(one)).toBe(1);
  });
});
