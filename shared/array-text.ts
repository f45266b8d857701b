/** The texts of the elements inside a JSON array, such as the events of a post: cut out as they stand, never written anew. */

/** The texts of the elements of a JSON array of objects, verbatim. The text must be well-formed JSON. */
export function splitArray(text: string): string[] {
  const elements: string[] = [];
  let [depth, start, inString] = [0, -1, false];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 92) index++; // a backslash hides the next character
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      if (++depth === 2) start = index;
    } else if (code === 125 || code === 93) {
      if (depth-- === 2) elements.push(text.slice(start, index + 1));
    }
  }
  return elements;
}

/** An array without space between its elements, from the elements' texts. */
export function joinArray(elements: readonly string[]): string {
  return `[${elements.join(',')}]`;
}
