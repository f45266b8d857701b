import * as alerts from '../../../shared/commands/alert.js';
import * as channels from '../../../shared/commands/channel.js';
import * as commands from '../../../shared/commands/hall.js';
import * as people from '../../../shared/commands/people.js';
import * as screens from '../../../shared/commands/screens.js';
import * as standards from '../../../shared/commands/standard.js';
import { eventTypes } from '../../../shared/events/cloud-event.js';
import * as messages from '../../../shared/messages/messages.js';
import * as figures from '../../../shared/rows/figures.js';
import * as rows from '../../../shared/rows/rows.js';
import { Problem, problemBody } from '../../problem.js';
import { asyncApi } from './asyncapi.js';
import { openApi } from './openapi.js';
import { nameOf } from './schema-texts.js';
import { jsonSchemas, schemas, type Json } from './schemas.js';

const documents: Record<string, Json> = { openapi: openApi('1.0.0'), asyncapi: asyncApi('1.0.0') };

/** What a JSON pointer of the document points at. */
function at(document: Json, pointer: string): unknown {
  return pointer.slice(2).split('/').reduce<unknown>((part, key) => (part as Json | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}

function refsOf(document: Json): string[] {
  return [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
}

/** A zod schema among the exports of a module of shared. */
function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'safeParse' in value;
}

describe('The schemas of the documents', () => {
  for (const [name, document] of Object.entries(documents)) {
    it(`refer only to what stands in the same document (${name})`, () => {
      const refs = refsOf(document);
      expect(refs.length).toBeGreaterThan(30);
      expect(refs.filter((pointer) => typeof at(document, pointer) !== 'object')).toEqual([]);
      expect(JSON.stringify(document)).not.toContain('"$id"');
    });

    it(`hold every event type, and no other (${name})`, () => {
      const { Event, ...all } = (document['components'] as { schemas: Record<string, Json> }).schemas;
      const named = (Event!['anyOf'] as { $ref: string }[]).map(({ $ref }) => $ref.split('/').at(-1)!);
      expect(named).toEqual(eventTypes.map(nameOf));
      const types = Object.values(all).map((schema) => (at(schema, '#/properties/type') as Json | undefined)?.['const']).filter((type) => type !== undefined);
      expect(types.sort()).toEqual([...eventTypes].sort());
    });
  }

  it('are every schema of the commands, rows and messages that travels, and each is used', () => {
    const known = new Set(Object.values(schemas));
    const notAlone: unknown[] = [commands.KeyRole, commands.Role, figures.FigureRow, messages.Delta];
    const missing = Object.entries({ ...commands, ...alerts, ...channels, ...people, ...standards, ...screens, ...rows, ...figures, ...messages })
      .filter(([, value]) => isSchema(value) && !known.has(value as never) && !notAlone.includes(value))
      .map(([name]) => name);
    expect(missing).toEqual([]);
    const used = new Set(Object.values(documents).flatMap((document) => Object.keys((document['components'] as { schemas: Json }).schemas)));
    expect(Object.keys(schemas).filter((name) => !used.has(name))).toEqual([]);
    const ofDelta = Object.keys((jsonSchemas()['DeltaMessage']!['properties'] as Json));
    expect(ofDelta.sort()).toEqual(Object.keys(messages.Delta.shape).sort());
  });

  it('tell a reader of the HTTP interface which shape an event has by its type', () => {
    const mapping = at(documents['openapi']!, '#/components/schemas/Event/discriminator/mapping') as Record<string, string>;
    expect(Object.keys(mapping)).toEqual(eventTypes);
    for (const [type, pointer] of Object.entries(mapping)) {
      expect(at(documents['openapi']!, `${pointer}/properties/type/const`)).toBe(type);
    }
  });

  it('say what each is, and what the words of a list mean', () => {
    const all = jsonSchemas();
    expect(Object.entries(all).filter(([name, schema]) => schema['description'] === undefined && !/^(LogIn|CreateKey|TicketCounts|CounterFigures|RatingFigures|Halls|Keys|Alive|Ready)$/.test(name)).map(([name]) => name)).toEqual([]);
    expect(JSON.stringify(all['ServiceEnded'])).toContain('completed: Completed 办结');
    expect(all['TicketTransferred']).toEqual(jasmine.objectContaining({ description: 'ticket.transferred: Ticket transferred 转移.' }));
    expect(JSON.stringify(all['TicketTransferred'])).toContain('"anyOf":[{"required":["toServiceId"]},{"required":["toCounterId"]}]');
  });

  it('describe a problem as the server writes it', () => {
    const body = problemBody(new Problem(422, 'body', 'The body was refused.', { field: 'name' }));
    expect(schemas['Problem']!.safeParse(body).success).toBeTrue();
    expect(Object.keys(body).sort()).toEqual(Object.keys(jsonSchemas()['Problem']!['properties'] as Json).sort());
  });
});
