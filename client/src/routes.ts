import type { Routes } from '@angular/router';
import type { HallAdmin } from './admin/hall-admin';

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: async () => (await import('./home/home')).Home },
  { path: 'wall', pathMatch: 'full', loadComponent: async () => (await import('./city/city')).City },
  { path: 'wall/:hallId', loadComponent: async () => (await import('./wall/wall')).Wall },
  { path: 'desk', pathMatch: 'full', loadComponent: async () => (await import('./desk/desk-door')).DeskDoor },
  { path: 'desk/:hallId', loadComponent: async () => (await import('./desk/desk')).Desk },
  { path: 'ledger/:hallId', loadChildren: async () => (await import('./ledger/ledger-routes')).ledgerRoutes },
  { path: 'round/:hallId', loadChildren: async () => (await import('./round/round-routes')).roundRoutes },
  { path: 'admin', pathMatch: 'full', loadComponent: async () => (await import('./admin/admin')).Admin },
  { path: 'admin/people', pathMatch: 'full', loadComponent: async () => (await import('./admin/people/people-page')).PeoplePage },
  { path: 'admin/audit', pathMatch: 'full', loadComponent: async () => (await import('./admin/audit/audit-page')).AuditPage },
  { path: 'admin/:hallId', pathMatch: 'full', redirectTo: 'admin/:hallId/basic' },
  {
    path: 'admin/:hallId/:section',
    loadComponent: async () => (await import('./admin/hall-admin')).HallAdmin,
    runGuardsAndResolvers: (from, to) => from.params['hallId'] !== to.params['hallId'], // from section to section nothing is lost
    canDeactivate: [(page: HallAdmin) => page.mayLeave()],
  },
  { path: 'report/:hallId', loadComponent: async () => (await import('./report/report')).Report },
  { path: 'register/:hallId', loadComponent: async () => (await import('./register/register')).Register },
  { path: 'open/:hallId', loadComponent: async () => (await import('./open/open')).Open },
  { path: 'progress/:hallId', pathMatch: 'full', loadComponent: async () => (await import('./progress/progress')).Progress },
  { path: 'progress/:hallId/:number', loadComponent: async () => (await import('./progress/progress')).Progress },
  { path: 'appraisal/:hallId', loadChildren: async () => (await import('./appraisal/appraisal-routes')).appraisalRoutes },
  { path: 'report/:hallId/satisfaction', loadComponent: async () => (await import('./report/satisfaction/satisfaction-page')).SatisfactionPage },
  { path: 'rate/:hallId/:ticketId', loadComponent: async () => (await import('./rate/rate')).Rate },
  { path: 'setup', loadComponent: async () => (await import('./setup/setup')).Setup },
  { path: '**', redirectTo: '' },
];
