import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, settings, SettingsError, withEnvFile, type Settings } from './settings.js';

const EXAMPLE = new URL('../../../.env.example', import.meta.url);

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('The settings', () => {
  it('have defaults for an empty environment, and take an empty value for one left out', () => {
    const defaults: Settings = { PORT: 3000, HOST: '127.0.0.1', HALLBOARD_DATA: './data', HALLBOARD_ORIGINS: [], HALLBOARD_RATE: 2_000, HALLBOARD_NOTIFY_PRIVATE: 'off', HALLBOARD_ATTACHMENTS_MB: 2_048, HALLBOARD_LOG: 'info' };
    expect(readSettings({}).settings).toEqual(defaults);
    expect(readSettings({ PORT: '', HALLBOARD_ADMIN_PASSWORD: ' ', HALLBOARD_DEMO: '' }).settings).toEqual(defaults);
  });

  it('are read from the environment', () => {
    const { settings: read, warnings } = readSettings({
      PORT: '8080', HOST: '0.0.0.0', HALLBOARD_DATA: '/srv/hall', HALLBOARD_DEMO: 'off', HALLBOARD_ADMIN_PASSWORD: 'four words of my own',
      HALLBOARD_ORIGINS: 'https://a.example.org, http://10.0.0.4:8080,', HALLBOARD_RATE: '500', HALLBOARD_URL: 'https://hall.example.org', HALLBOARD_NOTIFY_PRIVATE: 'on', HALLBOARD_ATTACHMENTS_MB: '300', HALLBOARD_LOG: 'debug', PATH: '/bin',
    });
    expect(read).toEqual({
      PORT: 8080, HOST: '0.0.0.0', HALLBOARD_DATA: '/srv/hall', HALLBOARD_DEMO: 'off', HALLBOARD_ADMIN_PASSWORD: 'four words of my own',
      HALLBOARD_ORIGINS: ['https://a.example.org', 'http://10.0.0.4:8080'], HALLBOARD_RATE: 500, HALLBOARD_URL: 'https://hall.example.org', HALLBOARD_NOTIFY_PRIVATE: 'on', HALLBOARD_ATTACHMENTS_MB: 300, HALLBOARD_LOG: 'debug',
    });
    expect(warnings).toEqual([]);
  });

  it('tell all their faults at once, each with its name and rule, and never a password', () => {
    const faults = faultsOf({ PORT: '70000', HALLBOARD_DEMO: 'yes', HALLBOARD_ADMIN_PASSWORD: 'geheim', HALLBOARD_ORIGINS: 'screens.example.org,https://b.example.org/wall', HALLBOARD_LOG: 'loud' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'HALLBOARD_DEMO', 'HALLBOARD_ADMIN_PASSWORD', 'HALLBOARD_ORIGINS', 'HALLBOARD_ORIGINS', 'HALLBOARD_LOG']);
    expect(faults.join()).toContain('must be on or off');
    expect(faults.join()).toContain('at least 8 characters');
    expect(faults.join()).toContain('"https://b.example.org/wall"');
    expect(faults.join()).not.toContain('geheim');
  });

  it('refuse every port that is none', () => {
    for (const port of ['-1', '3000.5', '0x10', '65536', '99999', 'http', '1e3']) expect(faultsOf({ PORT: port })).withContext(port).toHaveSize(1);
    for (const port of ['0', '65535']) expect(readSettings({ PORT: port }).settings.PORT).toBe(Number(port));
  });

  it('warn of a HALLBOARD_ name that is none, and of no other', () => {
    const { warnings } = readSettings({ HALLBOARD_DMEO: 'on', HALLBOARD_KEY: 'for the replay', LANG: 'zh_CN' });
    expect(warnings).toHaveSize(1);
    expect(warnings[0]).toContain('HALLBOARD_DMEO');
    expect(warnings[0]).toContain('HALLBOARD_DEMO');
  });

  it('come from .env where the environment says nothing, and a missing file adds nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hallboard-settings-'));
    const file = join(folder, '.env');
    expect(withEnvFile({ PORT: '1' }, file)).toEqual({ PORT: '1' });
    await writeFile(file, '# a comment\nPORT=2\nHOST="0.0.0.0"\n');
    expect(readSettings(withEnvFile({ PORT: '1' }, file)).settings).toEqual(jasmine.objectContaining({ PORT: 1, HOST: '0.0.0.0' }));
    await rm(folder, { recursive: true });
  });

  it('stand in .env.example, all of them and no others, with the defaults that they have', () => {
    const lines = [...readFileSync(EXAMPLE, 'utf8').matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)].map(([, off, name, value]) => ({ off: off === '#', name: name!, value: value! }));
    expect(lines.map(({ name }) => name).sort()).toEqual(Object.keys(settings.shape).sort());
    const set = Object.fromEntries(lines.filter(({ off }) => !off).map(({ name, value }) => [name, value]));
    expect(readSettings(set).settings).toEqual(readSettings({}).settings);
    const shown = Object.fromEntries(lines.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
    expect(() => readSettings(shown)).not.toThrow();
    const withDefault = Object.keys(readSettings({}).settings).filter((name) => name !== 'HALLBOARD_ORIGINS');
    expect(Object.keys(set).sort()).toEqual(withDefault.sort());
  });
});
