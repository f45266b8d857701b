/** A JSON Schema as a table that people read: field, type, meaning. */
import { html, join, Markup } from './markup.js';
import type { Json } from './schemas.js';

const PREFIX = '#/components/schemas/';
const OR = ' or ';

/** The fields of an object, one row each; nothing for a schema that has none. */
export function fieldTable(schema: Json): Markup {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
  if (fields.length === 0) return html``;
  const required = (schema['required'] ?? []) as string[];
  const rows = fields.map(([name, field]) => html`<tr><th scope="row"><code>${name}</code>${required.includes(name) ? '' : html` <small>optional 可省</small>`}</th><td>${typeOf(field)}</td><td>${meaningOf(name, field)}</td></tr>\n`);
  return html`<div class="wide"><table><thead><tr><th>Field 字段</th><th>Type 类型</th><th>Meaning 含义</th></tr></thead><tbody>\n${rows}</tbody></table></div>`;
}

/** What a value may be, with links to the schemas that have names. */
export function typeOf(schema: Json): Markup {
  const { $ref, const: only, enum: words, type, items } = schema;
  const choices = (schema['oneOf'] ?? (type === undefined ? schema['anyOf'] : undefined)) as Json[] | undefined;
  if (typeof $ref === 'string') return linkTo($ref.slice(PREFIX.length));
  if (choices) return join(choices.map(typeOf), OR);
  if (only !== undefined) return html`<code>${JSON.stringify(only)}</code>`;
  if (Array.isArray(words)) return join(words.map((word) => html`<code>${String(word)}</code>`), OR);
  if (type === 'array') return html`array of ${items ? typeOf(items as Json) : 'anything'}`;
  if (type === 'object') return typeOfObject(schema);
  return html`${typeof type === 'string' ? type : Array.isArray(type) ? type.join(OR) : 'anything'}`;
}

/** An object of named fields, or a table of like values. */
function typeOfObject({ properties, additionalProperties, propertyNames }: Json): Markup {
  const fields = Object.entries((properties ?? {}) as Record<string, Json>);
  if (fields.length > 0) return html`object: ${join(fields.map(([name, field]) => html`<br><code>${name}</code>: ${typeOf(field)}`))}`;
  if (!isSchema(additionalProperties)) return html`object`;
  const names = (propertyNames as Json | undefined)?.['enum'];
  return html`${typeOf(additionalProperties)} by ${Array.isArray(names) ? names.join(', ') : 'id'}`;
}

function meaningOf(name: string, schema: Json): Markup {
  const { description = (schema['items'] as Json | undefined)?.['description'] } = schema;
  const unit = name.endsWith('At') ? 'epoch ms' : name.endsWith('Ms') ? 'ms' : '';
  return html`${typeof description === 'string' ? description : ''} ${unit} ${rangeOf(schema)}`;
}

function rangeOf({ minimum, maximum, minLength, maxLength }: Json): string {
  const [least, most] = [bound(minLength) ?? bound(minimum), bound(maxLength) ?? bound(maximum)];
  const of = maxLength === undefined ? '' : ' characters';
  if (least !== undefined && most !== undefined) return `${least} to ${most}${of}`;
  if (least !== undefined) return `at least ${least}${of}`;
  return most === undefined ? '' : `at most ${most}${of}`;
}

/** Bounds that are only those of a number in JSON say nothing. */
function bound(limit: unknown): number | undefined {
  return typeof limit === 'number' && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined;
}

export function linkTo(name: string): Markup {
  return html`<a href="#${name}">${name}</a>`;
}

function isSchema(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
