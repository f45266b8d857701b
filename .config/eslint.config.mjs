// Lint rules, run by `npm run lint`. Two promises stand above taste: the core never reads a clock, a die or the
// outside (so that a replay gives the same hall), and a screen never writes markup from data.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import angular from 'angular-eslint';

const SPECS = ['**/*.spec.ts', '**/*.spec-kit.ts', 'e2e/**/*.ts', 'client/src/test-main.ts'];
const MAY_PRINT = [...SPECS, 'server/main.ts', 'server/replay.ts', 'server/daily/verify.ts', 'server/keep/{main,report}.ts', 'bench/**/*.ts', '.config/**/*.mjs'];

const tooManyParameters = 'More than 3 parameters: pass one named object.';
const shapes = [
  // A decorated parameter is filled by the framework, and so is a decorated class's constructor; any other constructor may take four.
  { selector: ':function[params.length>3]:not([params.0.decorators.length>0]):not(MethodDefinition[kind="constructor"] > FunctionExpression)', message: tooManyParameters },
  { selector: 'ClassDeclaration[decorators.length=0] MethodDefinition[kind="constructor"] > FunctionExpression[params.length>4]', message: tooManyParameters },
  { selector: 'TSEnumDeclaration', message: 'No enums: a closed list in shared/glossary gives the type and the labels.' },
];
const ownClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is given, never taken: pass the instant in.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time is given, never taken: pass the instant in.' },
];
const ownClockProperties = [
  { object: 'Date', property: 'now', message: 'Time is given, never taken: pass the instant in.' },
];
const chance = [{ object: 'Math', property: 'random', message: 'Chance is given as a seed, never taken.' }];
const outside = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'console', 'process',
  'performance', 'fetch', 'crypto', 'globalThis', 'Temporal'].map((name) => (
  { name, message: 'The core is arithmetic on (hall, event, standard, now): no clock, timer, chance or input of its own.' }));
const markup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((property) => (
  { property, message: 'Screens bind text; they never write markup from data.' }));
const trust = [
  { selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]', message: 'Angular\'s sanitiser stays on.' },
];

/** Size and shape, the same for every file of the project. */
const size = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 60 }],
  complexity: ['error', { max: 18, variant: 'modified' }],
  'no-console': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-restricted-syntax': ['error', ...shapes],
};

export default defineConfig(
  { ignores: ['dist/', 'data/', 'node_modules/', 'client/.angular/', 'client/dist/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.mjs', '**/*.ts'], rules: size },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json', '.config/client.tsconfig.json'], tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 3 }],
      '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A module class of Nest is empty by design: its decorator says everything.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A port answers with a promise also where today's answer needs no waiting.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['shared/**/*.ts', 'server/domain/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-globals': ['error', ...outside],
      'no-restricted-properties': ['error', ...ownClockProperties, ...chance],
      'no-restricted-syntax': ['error', ...shapes, ...ownClock],
    },
  },
  {
    files: ['client/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-restricted-properties': ['error', ...markup],
      'no-restricted-syntax': ['error', ...shapes, ...trust],
    },
  },
  {
    // The hall's minutes may run on their own (a replayed day): a screen's time is the beat's, carried on by performance.now().
    // Only who asks whether the machine slept may look at the machine's clock.
    files: ['client/src/**/*.ts'],
    ignores: [...SPECS, 'client/src/feed/waking-clock.ts'],
    rules: {
      'no-restricted-properties': ['error', ...markup, ...ownClockProperties],
      'no-restricted-syntax': ['error', ...shapes, ...trust, ...ownClock],
    },
  },
  {
    files: ['client/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/prefer-control-flow': 'error',
      'no-restricted-syntax': ['error', { selector: 'BoundAttribute[name=/^(innerHTML|outerHTML|srcdoc)$/]', message: markup[0].message },
        { selector: 'TextAttribute[name="style"]', message: 'The page\'s policy forbids styles in markup: bind [style.width] or write a class.' }],
    },
  },
  {
    // A suite is one long function by nature, and a spec reads answers (JSON) before anything has vouched for their type.
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      ...Object.fromEntries(['assignment', 'member-access', 'argument', 'call', 'return'].map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off'])),
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // … and prints how many cases it tried.
  { files: MAY_PRINT, rules: { 'no-console': 'off' } },
);
