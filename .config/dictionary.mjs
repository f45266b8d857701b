// `npm run dictionary`: writes docs/dictionary.md from the dictionary in the code. A spec fails while the two differ.
import { writeFileSync } from 'node:fs';
import { dictionaryPage } from '../dist/server/export/dictionary-page.js';

writeFileSync(new URL('../docs/dictionary.md', import.meta.url), dictionaryPage());
