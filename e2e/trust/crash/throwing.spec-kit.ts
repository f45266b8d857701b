/** Preloaded under the server: every handler of a request throws, and so do a rejection on SIGUSR2 and a timer on SIGHUP. */
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RequestMethod } from '@nestjs/common';

export interface Route {
  method: string;
  path: string;
}

const SERVER = fileURLToPath(new URL('../../../server/', import.meta.url));

/** Puts a throw in the place of each handler, with all that Nest knows of it. */
function plant(controller: { prototype: object }): Route[] {
  const { prototype } = controller as { prototype: Record<string, () => unknown> };
  const above = String(Reflect.getMetadata('path', controller));
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name]!;
    const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const thrown = () => Promise.reject(new Error('planted in a handler'));
    for (const key of Reflect.getMetadataKeys(handler)) Reflect.defineMetadata(key, Reflect.getMetadata(key, handler), thrown);
    Object.defineProperty(prototype, name, { value: thrown });
    return [{ method: RequestMethod[method], path: [above, String(Reflect.getMetadata('path', handler))].join('/').replace(/\/+/g, '/').replace(/^\/|\/$/g, '') }];
  });
}

const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.controller.js'));
const modules = (await Promise.all(files.map((file) => import(`${SERVER}${file}`)))) as Record<string, { prototype: object }>[];
const controllers = modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('Controller')).map(([, controller]) => controller));
console.log(JSON.stringify({ routes: controllers.flatMap(plant) }));

process.on('SIGUSR2', () => void Promise.reject(new Error('planted outside of a request')));
process.on('SIGHUP', () => setTimeout(() => {
  throw new Error('planted outside of a request');
}));
