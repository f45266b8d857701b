import type { Routes } from '@angular/router';
import { Appraisal } from './appraisal';
import { AppraisalList } from './appraisal-list';
import { FormPage } from './form-page';
import { MonthPage } from './month-page';
import { OpenMonth } from './open-month';
import { PlanForm } from './plan-form';

export const appraisalRoutes: Routes = [
  {
    path: '',
    component: Appraisal,
    children: [
      { path: '', pathMatch: 'full', component: AppraisalList },
      { path: 'open', component: OpenMonth },
      { path: 'plan', component: PlanForm },
      { path: 'form/:caseId', component: FormPage },
      { path: ':planId/:month', component: MonthPage },
    ],
  },
];
