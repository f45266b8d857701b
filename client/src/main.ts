/**
 * The page: its screens behind one router, no framework zone, no network but its own server.
 * `/` the chooser, `/wall/{hallId}` the wall, `/wall` several halls, `/desk/{hallId}` the desk, `/setup#TOKEN` the first administrator's password.
 * A worker keeps the walls' shell, so that a wall comes up without its server and says so.
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
