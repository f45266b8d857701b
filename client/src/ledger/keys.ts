/** A key that writes, or belongs to the browser, is not the page's. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || Boolean((target as HTMLElement).closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog'));
}
