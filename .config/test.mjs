// `npm test`: the checks, then the specs on Node, in a real browser, and as flows against the built product.
import { runSteps } from './steps.mjs';
import { checks } from './check.mjs';

await runSteps([
  ...checks,
  { name: 'build', script: 'build' },
  { name: 'specs on Node', script: 'test:node', specs: true, needs: 'build' },
  { name: 'specs in the browser', script: 'test:client', specs: true },
  { name: 'flows in the browser', script: 'test:flows', specs: true, needs: 'build' },
  { name: 'walls as they are seen', script: 'test:walls', specs: true, needs: 'build' },
  { name: 'trust', script: 'test:trust', specs: true, needs: 'build' },
]);
