/**
 * Every setting of the server, in one schema: read from the environment and from `.env`, of which the environment wins. All
 * faults are told at once, so that one restart mends them. Read once, by `main.ts`; `.env.example` says the same in words.
 */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { SetUp } from '../../shared/commands/hall.js';
import { LOG_LEVELS } from './log.js';

type Environment = Readonly<Record<string, string | undefined>>;

const RATE_RULE = 'must be a whole number of events a second, 0 for no limit';
const PORT_RULE = 'must be a port, a whole number from 0 to 65535 (0 takes any that is free)';

const Origins = z.string().transform((text, context) => {
  const origins = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  for (const origin of origins) {
    if (!isOrigin(origin)) context.addIssue({ code: 'custom', message: `names "${origin}"; an origin is scheme, host and port alone, such as https://screens.example.org` });
  }
  return origins;
});

export const settings = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, PORT_RULE).transform(Number).refine((port) => port <= 65535, PORT_RULE).default(3000),
  HOST: z.string().regex(/^[^\s/]+$/, 'must be an address or a host name, such as 0.0.0.0').default('127.0.0.1'),
  HALLBOARD_DATA: z.string().default('./data'),
  HALLBOARD_DEMO: z.enum(['on', 'off'], 'must be on or off').optional(),
  HALLBOARD_ADMIN_PASSWORD: SetUp.shape.password.optional(),
  HALLBOARD_ORIGINS: Origins.default([]),
  HALLBOARD_RATE: z.string().regex(/^\d{1,9}$/, RATE_RULE).transform(Number).default(2_000),
  HALLBOARD_MQTT_URL: z.url({ protocol: /^mqtts?$/, error: 'must be mqtt://user:password@host:port, or mqtts://' }).optional(),
  HALLBOARD_URL: z.url({ protocol: /^https?$/, error: 'must be the http or https address at which people reach this server' }).optional(),
  HALLBOARD_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://user:password@host:port?from=address, or smtps://' }).optional(),
  HALLBOARD_NOTIFY_PRIVATE: z.enum(['on', 'off'], 'must be on or off').default('off'),
  HALLBOARD_CHROMIUM: z.string().optional(),
  HALLBOARD_ATTACHMENTS_MB: z.string().regex(/^[1-9]\d{0,6}$/, 'must be a whole number of megabytes, 1 or more').transform(Number).default(2_048),
  HALLBOARD_LOG: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});
export type Settings = z.infer<typeof settings>;

/** Read by `npm run replay`, which may share an environment with the server. */
const READ_ELSEWHERE = ['HALLBOARD_KEY'];

/** What is wrong with the settings, all of it. Values are not repeated where they may be secret. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Hallboard cannot start with these settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nSee .env.example.`);
  }
}

/** The settings of an environment, and a warning for each HALLBOARD_ name that is none. An empty value is a value left out. */
export function readSettings(environment: Environment): { settings: Settings; warnings: string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = settings.safeParse(given);
  if (!read.success) throw new SettingsError(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  return { settings: read.data, warnings: Object.keys(given).filter(isUnknown).map(warningOf) };
}

/** The environment with the lines of a `.env` file under it; a file that is not there adds nothing. */
export function withEnvFile(environment: Environment, file = '.env'): Environment {
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...environment };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return environment;
    throw new SettingsError([`${file} cannot be read: ${(error as Error).message}.`]);
  }
}

function isUnknown(name: string): boolean {
  return name.startsWith('HALLBOARD_') && !(name in settings.shape) && !READ_ELSEWHERE.includes(name);
}

function warningOf(name: string): string {
  const known = Object.keys(settings.shape).filter((one) => one.startsWith('HALLBOARD_'));
  return `${name} is no setting of Hallboard and does nothing; there are ${known.join(', ')}.`;
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
