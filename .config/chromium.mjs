// Where a headless Chromium lies: the one the environment names, else the one that comes with the dev dependencies.
import chromium from '@sparticuz/chromium';

export const chromiumPath = async () => process.env.CHROME_BIN ?? chromium.executablePath();
export const chromiumArgs = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
