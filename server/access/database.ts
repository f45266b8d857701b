import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openDurable } from '../sqlite/open-durable.js';
import { StoredKey } from './key.entity.js';
import { CreateAccess1795392000000 } from './migrations/1795392000000-create-access.js';
import { BindPeople1795392000002 } from './migrations/1795392000002-bind-people.js';
import { Person } from './person.entity.js';
import { StoredSession } from './session.entity.js';

/** The file of keys, people and sessions. Its writers use single statements only (insert, update, delete). */
export function openDatabase(data: string): Promise<DataSource> {
  return openDurable({
    file: join(data, 'access.sqlite'),
    entities: [StoredKey, Person, StoredSession],
    migrations: [CreateAccess1795392000000, BindPeople1795392000002],
  });
}
