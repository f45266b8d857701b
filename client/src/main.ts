/**
 * The page: its screens behind one router, no framework zone, no network but its own server.
 * `/` the chooser, `/wall/{hallId}` the wall, `/wall` several halls, `/desk/{hallId}` the desk, `/ledger/{hallId}` the ledgers, `/round/{hallId}` its rounds, `/register/{hallId}` its records, `/open/{hallId}` what it makes public, `/setup#TOKEN` the first administrator's password.
 * A worker keeps the shell of walls and rounds, so that they come up without their server and say so.
 */
import { bootstrapApplication } from '@angular/platform-browser';
import { inject, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { Keeper } from './kiosk/keeper';
import { keepAwake } from './kiosk/wake-lock';
import { Root } from './root';
import { routes } from './routes';
import { provideSheets } from './ui/sheets';
import { trustNothing, WORKER } from './ui/trusted-types';

trustNothing();

void bootstrapApplication(Root, {
  providers: [
    provideZonelessChangeDetection(),
    provideSheets(),
    provideRouter(routes, withComponentInputBinding()),
    provideServiceWorker(WORKER, { enabled: isSecureContext }),
    provideAppInitializer(() => {
      inject(Keeper);
      keepAwake();
    }),
  ],
});
