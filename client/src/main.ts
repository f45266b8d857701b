/**
 * The page: three screens behind one router, no framework zone, no network but its own server.
 * `/` the chooser, `/wall/{hallId}` the wall, `/setup#TOKEN` the first administrator's password.
 */
import { bootstrapApplication } from '@angular/platform-browser';
import { provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { Root } from './root';
import { routes } from './routes';

void bootstrapApplication(Root, {
  providers: [provideZonelessChangeDetection(), provideRouter(routes, withComponentInputBinding())],
});
