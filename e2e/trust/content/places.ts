/** Every place of the interface where a text goes in: parts of the path, of the query, and of the body's own example. */

type Json = Record<string, unknown>;
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  schema?: Json;
}
export interface Place {
  route: string;
  method: string;
  /** Where the text stands, in words. */
  where: string;
  ask(text: string): { path: string; body?: string; type?: string };
}
/** What stands at the other places of a path. */
const KNOWN: Record<string, string> = { hallId: 'a', username: 'li', date: '2026-11-20' };

/** Dots too, so that no client makes a path shorter; half a character has no form in an address, and a head has its length. */
const inAddress = (text: string) => encodeURIComponent(text.slice(0, 4_000).replace(/\p{Cs}/gu, '')).replaceAll('.', '%2E');

const filled = (route: string, text?: [name: string, text: string]) => route.replace(/\{(\w+)\}/g, (_, name: string) => inAddress(text?.[0] === name ? text[1] : (KNOWN[name] ?? 'none')));

/** The paths to every text within a value. */
function textsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: string[], text: string): unknown {
  if (key === undefined) return text;
  const copy = structuredClone(value) as Json;
  copy[key] = replaced(copy[key], rest, text);
  return copy;
}

export function placesOf(document: { paths: Record<string, Json>; components: { parameters?: Record<string, Parameter> } }): Place[] {
  return Object.entries(document.paths).flatMap(([route, { parameters: shared = [], ...methods }]) => Object.entries(methods).flatMap(([name, told]) => {
    const operation = told as { parameters?: Parameter[]; requestBody?: { content: Record<string, { example?: unknown; examples?: Record<string, { value: unknown }> }> } };
    const method = name.toUpperCase();
    const parameters = [...(shared as Parameter[]), ...(operation.parameters ?? [])].map((one) => (one.$ref ? document.components.parameters![one.$ref.split('/').at(-1)!]! : one));
    const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
    const example = content?.example ?? Object.values(content?.examples ?? {})[0]?.value;
    const body = example === undefined ? {} : { type: type!, body: JSON.stringify(example) };
    const places = parameters.map(({ name: parameter, in: where }): Place => ({
      route, method, where: `${where} ${parameter}`,
      ask: (text) => ({ ...body, path: where === 'path' ? filled(route, [parameter, text]) : `${filled(route)}?${parameter}=${inAddress(text)}` }),
    }));
    return [...places, ...textsIn(example).map((path): Place => ({ route, method, where: `body ${path.join('.')}`, ask: (text) => ({ path: filled(route), type: type!, body: JSON.stringify(replaced(example, path, text)) }) }))];
  }));
}
