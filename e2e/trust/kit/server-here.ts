/** The server in this process, on the machine's clock: up in a tenth of the time, for suites that look at what a folder holds. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp, type App, type AppOptions } from '../../../server/app.js';
import { Answering } from './answering.js';

export class ServerHere extends Answering {
  private constructor(
    private readonly app: App,
    readonly operatorKey: string,
  ) {
    super();
  }

  static async start(data: string, options: Partial<AppOptions> = {}): Promise<ServerHere> {
    const app = await createApp({ data, port: 0, ...options });
    return new ServerHere(app, (await readFile(join(data, 'operator.key'), 'utf8')).trim());
  }

  get url(): string {
    return this.app.url;
  }

  end(): Promise<void> {
    return this.app.close();
  }
}
