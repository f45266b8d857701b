import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { Rows, StateAnswer } from '../rows/rows.js';
import { Beat, Delta, Hello, Refused, Snapshot } from './messages.js';
import { PROTOCOL } from './protocol.js';

/** The shape of everything on the wire, and the version under which it may be spoken. */
const KNOWN = { protocol: 1, fingerprint: 'eb6d94c7dc8c32b8' };

describe('The wire', () => {
  it('[W5] [L8] has the shape of its version: who changes a row or a message changes the fingerprint, and the version if old screens would break', () => {
    const shapes = Object.entries({ Hello, Snapshot, Delta, Beat, Refused, Rows, StateAnswer }).map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any' })]);
    const fingerprint = createHash('sha256').update(canonicalize(Object.fromEntries(shapes)) ?? '').digest('hex').slice(0, 16);
    expect({ protocol: PROTOCOL, fingerprint }).toEqual(KNOWN);
  });
});
