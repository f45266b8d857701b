// Who may import whom: the table of the architecture as dependency-cruiser rules, run by `npm run imports`.
// Every folder is listed with all it may reach inside the project; a folder that is not listed may not exist.
// Specs may reach what they test from outside, so they are bound only by the rules for everyone.

const SPEC = '\\.spec(-kit)?\\.ts$';
const NEST_HTTP = ['@nestjs/platform-fastify', '@nestjs/platform-socket.io', '@nestjs/swagger', '@nestjs/websockets', 'fastify', '@fastify/[^/]+'];

/** Folder of the server → the folders (and single files) it may import besides itself. */
const SERVER = {
  'server/domain': ['shared'],
  'server/sqlite': ['shared'],
  'server/journal': ['shared', 'server/domain', 'server/sqlite'],
  'server/live': ['shared', 'server/domain', 'server/journal'],
  'server/access': ['shared', 'server/sqlite', 'server/problem.ts', 'server/whole-file.ts'],
  'server/audit': ['shared', 'server/sqlite', 'server/access', 'server/problem.ts', 'server/range.ts'],
  'server/notify': ['shared', 'server/domain', 'server/sqlite', 'server/live', 'server/access', 'server/problem.ts', 'server/whole-file.ts', 'server/known-hall.ts'],
  'server/keep': ['shared', 'server/domain', 'server/journal', 'server/live', 'server/access', 'server/problem.ts', 'server/whole-file.ts', 'server/operation/settings.ts'],
  'server/operation': ['shared', 'server/live', 'server/access', 'server/problem.ts'],
  'server/proof': ['shared', 'server/live', 'server/access', 'server/problem.ts', 'server/whole-file.ts', 'server/known-hall.ts'],
  'server/intake': ['shared', 'server/live', 'server/proof', 'server/access', 'server/audit', 'server/problem.ts', 'server/whole-file.ts', 'server/known-hall.ts', 'server/range.ts', 'server/asked-cases.ts'],
  'server/feed': ['shared', 'server/live', 'server/access', 'server/audit', 'server/problem.ts', 'server/known-hall.ts', 'server/range.ts'],
  'server/daily': ['shared', 'server/domain', 'server/sqlite', 'server/journal', 'server/live', 'server/access', 'server/problem.ts', 'server/range.ts', 'server/whole-file.ts', 'server/known-hall.ts'],
  'server/appraisal': ['shared', 'server/domain', 'server/live', 'server/daily', 'server/access', 'server/problem.ts', 'server/known-hall.ts'],
  'server/export': ['shared', 'server/domain', 'server/live', 'server/daily', 'server/appraisal', 'server/access', 'server/problem.ts', 'server/range.ts', 'server/known-hall.ts', 'server/asked-cases.ts'],
};
/** The domain's ladder: a noun may import the rungs below its own, never its own rung's neighbours or anything above. */
const LADDER = [['calendar'], ['event'], ['counter'], ['ticket', 'rating'], ['standard'], ['alert', 'case', 'record', 'kpi'], ['appraisal'], ['hall'], ['daily', 'golden']];
const PURE_SOURCES = ['shared', 'server/domain/golden', 'server/domain/calendar', 'server/intake/sources', 'server/replay.ts'];
const CLIENT = {
  'client/src/feed': ['shared'],
  'client/src/hall': ['shared', 'client/src/feed'],
  'client/src/ui': ['shared'],
  'client/src/chart': ['shared', 'client/src/ui'],
};
const SCREEN_MAY = ['shared', 'client/src/feed', 'client/src/hall', 'client/src/chart', 'client/src/ui'];

/** Package → the only places that may import it. */
const HOMES = {
  typeorm: ['server/sqlite', 'server/journal', 'server/daily', 'server/access', 'server/audit', 'server/notify'],
  'better-sqlite3': ['server/journal', 'server/daily', 'server/access', 'server/notify', 'server/keep'],
  'socket.io': ['server/feed', 'server/intake', 'server/socket-adapter.ts'],
  'socket.io-client': ['client/src/feed', 'server/replay.ts'],
  rxjs: ['server/live', 'server/feed', 'client/src'],
  echarts: ['client/src/chart'],
  fflate: ['server/export'],
  'qrcode-generator': ['server/intake'],
  'playwright-core': ['server/export'],
  nodemailer: ['server/notify'],
  'web-push': ['server/notify'],
  standardwebhooks: ['server/notify'],
  mqtt: ['server/intake/mqtt'],
};

const escape = (path) => path.replaceAll('.', '\\.');
const inside = (paths) => paths.map((path) => (path.endsWith('.ts') ? `^${escape(path)}$` : `^${escape(path)}/`));
const ofPackage = (name) => `(^|/)node_modules/${name}(/|$)`;
const OWN_CODE = '^(shared|server|client|e2e|bench)/';

/** Inside the project, `folder` reaches itself and `may`, nothing else. */
const reachesOnly = ({ name, folder, but = [], may }) => ({
  name,
  severity: 'error',
  comment: `${folder} may import ${may.join(', ') || 'nothing else'} (ARCHITECTURE §4)`,
  from: { path: inside([folder]), pathNot: [SPEC, ...inside(but)] },
  to: { path: OWN_CODE, pathNot: inside([folder, ...may]) },
});

const folders = Object.entries({ ...SERVER, ...CLIENT }).map(([folder, may]) => (
  reachesOnly({ name: `${folder.replaceAll('/', '-')}-reaches-only`, folder, but: folder === 'server/intake' ? ['server/intake/sources'] : [], may })));

const ladder = LADDER.flatMap((rung, height) => rung.map((noun) => reachesOnly({
  name: `ladder-${noun}`,
  folder: `server/domain/${noun}`,
  may: ['shared', ...LADDER.slice(0, height).flat().map((lower) => `server/domain/${lower}`)],
})));

const homes = Object.entries(HOMES).map(([name, rooms]) => ({
  name: `${name}-at-home`,
  severity: 'error',
  comment: `${name} is imported only in ${rooms.join(', ')}`,
  from: { path: '^(shared|server|client)/', pathNot: [SPEC, ...inside(rooms)] },
  to: { path: ofPackage(escape(name)) },
}));

const pure = [
  {
    name: 'shared-imports-the-schema-library-only',
    severity: 'error',
    from: { path: '^shared/', pathNot: SPEC },
    to: { pathNot: ['^shared/', ...['zod', 'canonicalize', '@noble/hashes'].map(ofPackage)] },
  },
  { name: 'domain-imports-no-package', severity: 'error', from: { path: '^server/domain/', pathNot: SPEC }, to: { pathNot: OWN_CODE } },
  {
    name: 'domain-noun-has-a-rung',
    severity: 'error',
    comment: 'a new noun takes its place on the ladder in .config/import-rules.mjs',
    from: { path: '^server/domain/', pathNot: [SPEC, ...inside(LADDER.flat().map((noun) => `server/domain/${noun}`))] },
    to: {},
  },
  reachesOnly({ name: 'sources-reach-only', folder: 'server/intake/sources', may: PURE_SOURCES }),
  reachesOnly({ name: 'problem-reaches-only', folder: 'server/problem.ts', may: ['shared'] }),
  reachesOnly({ name: 'whole-file-reaches-only', folder: 'server/whole-file.ts', may: [] }),
  reachesOnly({ name: 'range-reaches-only', folder: 'server/range.ts', may: ['shared', 'server/problem.ts'] }),
  reachesOnly({ name: 'asked-cases-reaches-only', folder: 'server/asked-cases.ts', may: ['shared', 'server/problem.ts', 'server/range.ts'] }),
  reachesOnly({ name: 'known-hall-reaches-only', folder: 'server/known-hall.ts', may: ['server/live', 'server/problem.ts'] }),
  reachesOnly({ name: 'replay-reaches-only', folder: 'server/replay.ts', may: PURE_SOURCES }),
  {
    name: 'no-http-behind-the-intake',
    severity: 'error',
    from: { path: inside(['server/journal', 'server/live']), pathNot: SPEC },
    to: { path: NEST_HTTP.map(ofPackage) },
  },
  {
    name: 'server-folder-is-listed',
    severity: 'error',
    comment: 'a new folder takes its line in .config/import-rules.mjs',
    from: { path: '^server/[^/]+/', pathNot: inside(Object.keys(SERVER)) },
    to: {},
  },
];

const client = [
  {
    name: 'screen-reaches-only',
    severity: 'error',
    comment: `a screen may import ${SCREEN_MAY.join(', ')}, and no other screen`,
    from: { path: '^client/src/([^/]+)/', pathNot: [SPEC, ...inside(Object.keys(CLIENT))] },
    to: { path: OWN_CODE, pathNot: ['^client/src/$1/', ...inside(SCREEN_MAY)] },
  },
  { name: 'client-knows-no-server', severity: 'error', from: { path: '^client/' }, to: { path: '^(server|e2e|bench)/' } },
  {
    name: 'client-loads-no-schema',
    severity: 'error',
    comment: 'of files with schemas a page takes types only: the schema library is a tenth of a first load',
    from: { path: '^client/src/', pathNot: SPEC },
    to: { path: '^shared/(commands|events/(?!texts)|ids|rows/(?!tables)|messages/messages)', dependencyTypesNot: ['type-only'] },
  },
  { name: 'client-runs-in-a-browser', severity: 'error', from: { path: '^client/src/' }, to: { dependencyTypes: ['core'] } },
];

const everyone = [
  { name: 'no-rings', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'no-orphans',
    severity: 'error',
    from: { orphan: true, pathNot: [SPEC, '\\.d\\.ts$', '\\.worker\\.ts$', '(^|/)(main|test-main|replay|verify)\\.ts$', '^bench/', '^e2e/'] },
    to: {},
  },
  { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  { name: 'no-code-imports-a-spec', severity: 'error', from: { pathNot: [SPEC, 'test-main\\.ts$', 'specs\\.ts$'] }, to: { path: SPEC } },
  { name: 'product-knows-no-bench', severity: 'error', from: { path: '^(shared|server)/' }, to: { path: '^(bench|e2e|client)/' } },
  {
    name: 'product-runs-on-dependencies',
    severity: 'error',
    comment: 'a package the product imports stands under dependencies, not devDependencies',
    from: { path: '^(shared|server|client/src)/', pathNot: [SPEC, 'test-main\\.ts$'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-barrel-with-one-reader',
    severity: 'error',
    from: {},
    module: { path: '/index\\.ts$', numberOfDependentsLessThan: 2 },
  },
];

export default {
  forbidden: [...pure, ...folders, ...ladder, ...homes, ...client, ...everyone],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^client/(dist|\\.angular)/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // A type-only import binds as much as any other: the table speaks of knowledge, not of bytes.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
