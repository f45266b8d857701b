import type { Routes } from '@angular/router';
import { Round } from './round';
import { RoundForm } from './round-form';
import { RoundList } from './round-list';

export const roundRoutes: Routes = [
  { path: '', component: Round, children: [{ path: '', pathMatch: 'full', component: RoundList }, { path: ':caseId', component: RoundForm }] },
];
