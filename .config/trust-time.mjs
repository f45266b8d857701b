// A suite of faults starts servers over and over: a spec may take minutes, not for ever.
jasmine.DEFAULT_TIMEOUT_INTERVAL = process.env.HALLBOARD_LONG === 'on' ? 60 * 60_000 : 5 * 60_000;

// What failed is said at once, and what took long: a run of an hour is not waited for in the dark.
jasmine.getEnv().addReporter({
  specDone({ fullName, status, duration, failedExpectations: [first] }) {
    if (status === 'failed') process.stdout.write(`\nFAILED ${fullName}: ${first?.message}\n`);
    else if (duration > 15_000) process.stdout.write(`\n(${Math.round(duration / 1_000)} s: ${fullName})\n`);
  },
});
