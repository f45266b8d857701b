/** A large body, read slice by slice: JSON is parsed in one go, and eight megabytes of it would hold up everyone for a tenth of a second. */
import { turnOf } from '../live/turns.js';
import { Problem } from '../problem.js';

/** So much is parsed at a time, or so many events; a little more where one event is larger. */
const SLICE = 128 * 1024;
const SLICE_EVENTS = 500;
/** No event that is taken has a hundredth of it. */
const MOST_OF_ONE = 1024 * 1024;

/** Some elements of the array, and their text as it stands: an array as well. */
export interface Slice {
  values: unknown[];
  text: string;
}

/** `text` is an array, trimmed. All of it is read before the caller has any of it. `most`: of more values it hears, and may refuse them. */
export async function parseSlices(hallId: string, text: string, most: (values: number) => void): Promise<Slice[]> {
  const slices: Slice[] = [];
  let count = 0;
  for (let from = 1; from < text.length; ) {
    await turnOf(hallId);
    const end = endOfSlice(text, from);
    const slice = `[${text.slice(from, end)}]`;
    const values = valuesOf(slice, from);
    if (values.length > 0) slices.push({ values, text: slice });
    else if (slices.length > 0) throw notJson(from, 'a value must follow the last comma');
    most((count += values.length));
    from = end + 1; // past the comma, or the closing bracket
  }
  return slices;
}

function valuesOf(slice: string, from: number): unknown[] {
  try {
    return JSON.parse(slice) as unknown[];
  } catch (error) {
    throw notJson(from, (error as Error).message);
  }
}

/** Of the body's own last bracket, or of a comma between two elements; what stands there is not looked at more closely: the parser does. */
function endOfSlice(text: string, from: number): number {
  let [depth, events, inString] = [0, 0, false];
  for (let index = from; index < text.length - 1; index++) {
    if (index - from > SLICE + MOST_OF_ONE) throw new Problem(413, 'tooLarge', `The body was refused: an event may have at most ${MOST_OF_ONE} characters.`);
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 92) index++; // a backslash hides the next character
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) depth--;
    else if (code === 44 && depth === 0 && (++events === SLICE_EVENTS || index - from >= SLICE)) return index;
  }
  return text.length - 1;
}

function notJson(from: number, why: string): Problem {
  return new Problem(400, 'notJson', `The body is not JSON, after its character ${from}: ${why}`);
}
