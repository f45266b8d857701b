// A flow starts a server and a browser: it may take longer than a spec, but not for ever.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;

// What the pages of a flow that failed showed at its end: a run elsewhere leaves no screen to look at.
const { lastTexts } = await import('../dist/e2e/screens/browser.js');
jasmine.getEnv().addReporter({
  specDone({ status, fullName }) {
    const texts = lastTexts.splice(0);
    if (status === 'failed') for (const text of texts) process.stdout.write(`\n${fullName} · a page at the end: ${text}\n`);
  },
});
