/** The files that the pages load, out of the packages that they come in: Swagger UI, and the font of the wall for 中文. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const CSS = 'text/css; charset=utf-8';
const FONT = /^fonts\/files\/(noto-sans-sc-[a-z0-9-]+\.woff2)$/;
const fontCss = require.resolve('@fontsource/noto-sans-sc/400.css');

interface PageFile {
  path: string;
  type: string;
}
const files: Record<string, PageFile> = {
  'swagger-ui.css': { path: require.resolve('swagger-ui-dist/swagger-ui.css'), type: CSS },
  'swagger-ui-bundle.js': { path: require.resolve('swagger-ui-dist/swagger-ui-bundle.js'), type: 'text/javascript; charset=utf-8' },
  'fonts/400.css': { path: fontCss, type: CSS },
};

/** Where a file lies and what it is; null for every name that no page asks for. */
export function pageFile(name: string): PageFile | null {
  const font = FONT.exec(name)?.[1];
  if (font === undefined) return Object.hasOwn(files, name) ? files[name]! : null;
  const path = join(dirname(fontCss), 'files', font);
  return existsSync(path) ? { path, type: 'font/woff2' } : null;
}
