/** What a script may write where markup or a script's address is read: nothing but what two libraries write there. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML(markup: string): string | null; createScriptURL(url: string): string | null }): void;
}

/** The page's worker, as it is registered. */
export const WORKER = 'ngsw-worker.js';

/** Before anything else runs. The charts empty their element by an empty markup; null is refused by the browser. */
export function trustNothing(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML: (markup) => (markup === '' ? '' : null),
    createScriptURL: (url) => (url === WORKER ? url : null),
  });
}
