// A suite of faults starts servers over and over: a spec may take minutes, not for ever.
jasmine.DEFAULT_TIMEOUT_INTERVAL = process.env.HALLBOARD_LONG === 'on' ? 60 * 60_000 : 5 * 60_000;
