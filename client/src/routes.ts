import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: async () => (await import('./home/home')).Home },
  { path: 'wall', pathMatch: 'full', loadComponent: async () => (await import('./city/city')).City },
  { path: 'wall/:hallId', loadComponent: async () => (await import('./wall/wall')).Wall },
  { path: 'setup', loadComponent: async () => (await import('./setup/setup')).Setup },
  { path: '**', redirectTo: '' },
];
