// What a spec of the real server takes depends on who else is at work on the machine: its end is there to stop a hang, not to time it.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 30_000;
