/** The wire's version: 1. A change of any row or message changes the fingerprint that `fingerprint.spec.ts` keeps. */
export const PROTOCOL = 1;
