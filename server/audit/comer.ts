import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '../access/access.js';
import { credentialsOfHandshake } from '../access/credentials.js';
import type { Deed } from './audit.js';

/** Who came by a socket. */
export function comerOf({ handshake }: { handshake: { auth: unknown; headers: IncomingHttpHeaders; address: string } }, access: Access): Pick<Deed, 'who' | 'role' | 'from'> {
  const { name = null, role = null } = access.caller(credentialsOfHandshake(handshake)) ?? {};
  return { who: name, role, from: handshake.address };
}
