import { config } from 'zod/v4/core';
/**
 * Stands before every import of the contract's schemas: without it they probe `new Function` while they are being built,
 * and the page's content policy rightly reports that.
 */
config({ jitless: true });
//# sourceMappingURL=no-eval.js.map