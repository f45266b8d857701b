/**
 * The server's log: one JSON object a line on stdout, so that no text from outside can forge a line. Secrets are taken out
 * wherever they stand. Made once by `main.ts`; Nest and every `new Logger(…)` of the app write through `NestLog`.
 */
import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRETS = ['authorization', 'cookie', '["set-cookie"]', 'password', 'key', 'token', 'HALLBOARD_ADMIN_PASSWORD'];
/** A secret at the top of what is logged, or one or two levels down: `token`, `body.token`, `request.headers.cookie`. */
const paths = SECRETS.flatMap((name) => ['', '*', '*.*'].map((above) => above + (above === '' || name.startsWith('[') ? name : `.${name}`)));

/** Parts of Nest that tell of each route and module at every start. */
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'WebSocketsController', 'NestApplication']);

/** Writes to stdout unless told where. */
export function openLog(level: LogLevel, to?: DestinationStream): Logger {
  const formatters = { level: (label: string) => ({ level: label }) };
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime, redact: { paths, censor: '[removed]' }, formatters };
  return to ? pino(options, to) : pino(options);
}

/** What Nest asks of a log. Nest gives the context last, and the stack of an error before it. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.write(FRAMEWORK.has(String(more.at(-1))) ? 'debug' : 'info', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  private write(level: LogLevel, message: unknown, more: unknown[]): void {
    const said = more.filter((part) => part !== undefined);
    const context = typeof said.at(-1) === 'string' ? said.pop() : undefined;
    const fields = { ...(context === undefined ? {} : { context }), ...(said.length > 0 ? { more: said } : {}) };
    if (message instanceof Error) this.out[level]({ ...fields, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.out[level]({ ...fields, ...message });
    else this.out[level](fields, String(message));
  }
}
