import type { Routes } from '@angular/router';
import { CaseList } from './case-list';
import { CasePage } from './case-page';
import { ConductPage } from './conduct-page';
import { HotSpotsPage } from './hot-spots-page';
import { Ledger } from './ledger';
import { OpenForm } from './open-form';

export const ledgerRoutes: Routes = [
  {
    path: '',
    component: Ledger,
    children: [
      { path: '', pathMatch: 'full', component: CaseList },
      { path: 'new', component: OpenForm },
      { path: 'conduct', component: ConductPage },
      { path: 'hot-spots', component: HotSpotsPage },
      { path: ':caseId', component: CasePage },
    ],
  },
];
