import { computed } from '@angular/core';
import { t } from '../ui/lang';
/** What a hall's page is cut into, in the page's language. */
export const sections = computed(() => [
    { id: 'basic', word: t().tabBasic, tables: [] },
    { id: 'services', word: t().tabServices, tables: ['services'] },
    { id: 'counters', word: t().tabCounters, tables: ['counters'] },
    { id: 'hours', word: t().tabHours, tables: ['openingHours'] },
    { id: 'walls', word: t().tabWalls, tables: [] },
    { id: 'screens', word: t().tabScreens, tables: [] },
    { id: 'keys', word: t().tabKeys, tables: [] },
]);
//# sourceMappingURL=sections.js.map