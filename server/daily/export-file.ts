import type { Daily } from '../../shared/rows/daily.js';

/** `exports/{hallId}/{date}/{hallId}_{date}_r{n}`, and the form; an id of dots alone names no folder. */
export function exportFile({ hallId, date, revision }: Pick<Daily, 'hallId' | 'date' | 'revision'>, form = 'json'): string {
  const folder = /^\.+$/.test(hallId) ? hallId.replaceAll('.', '%2E') : hallId;
  return `exports/${folder}/${date}/${folder}_${date}_r${revision}.${form}`;
}
