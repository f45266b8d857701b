// A flow starts a server and a browser: it may take longer than a spec, but not for ever.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
