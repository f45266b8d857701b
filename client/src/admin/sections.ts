import { computed } from '@angular/core';
import { t } from './words';

export interface Section {
  /** As it stands in the address. */
  id: 'basic' | 'services' | 'counters' | 'hours' | 'standard' | 'walls' | 'screens' | 'keys' | 'channels';
  word: string;
  /** The parts of the settings that are set there, where it is not the first section. */
  tables: readonly string[];
}

/** What a hall's page is cut into, in the page's language. */
export const sections = computed<readonly Section[]>(() => [
  { id: 'basic', word: t().tabBasic, tables: [] },
  { id: 'services', word: t().tabServices, tables: ['services'] },
  { id: 'counters', word: t().tabCounters, tables: ['counters'] },
  { id: 'hours', word: t().tabHours, tables: ['openingHours'] },
  { id: 'standard', word: t().tabStandard, tables: [] },
  { id: 'walls', word: t().tabWalls, tables: [] },
  { id: 'screens', word: t().tabScreens, tables: [] },
  { id: 'keys', word: t().tabKeys, tables: [] },
  { id: 'channels', word: t().tabChannels, tables: [] },
]);
