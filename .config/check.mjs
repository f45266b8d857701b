// `npm run check`: everything that can be said about the code without running it.
import { runSteps } from './steps.mjs';

export const checks = [
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'types of the client', script: 'types:client' },
  { name: 'import rules', script: 'imports' },
  { name: 'graph in the README', script: 'graph:check' },
  { name: 'dead code', script: 'unused' },
];

if (import.meta.main) await runSteps(checks);
