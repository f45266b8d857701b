/** The administrator's way in, `/admin`: all halls, and a new one. */
import { Component, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { HallEntry } from '../../../shared/commands/hall.js';
import { ask } from '../feed/ask';
import { Session } from '../feed/session';
import { AdminFrame } from './admin-frame';
import { LastBackup } from './last-backup';
import { problemOf } from '../ui/problem-of';
import { t } from './words';

@Component({
  selector: 'hb-admin',
  imports: [AdminFrame, LastBackup, RouterLink],
  templateUrl: './admin.html',
})
export class Admin {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly t = t;
  protected readonly halls = signal<HallEntry[] | null>(null);
  protected readonly problem = signal('');

  constructor() {
    effect(() => {
      if (this.session.who()) void this.read();
    });
  }

  protected async make(event: Event, id: string, name: string): Promise<void> {
    event.preventDefault();
    if (this.halls()?.some((hall) => hall.id === id)) return this.problem.set(t().hallIdTaken); // a PUT would overwrite it
    const answer = await ask('PUT', `/api/v1/halls/${encodeURIComponent(id)}`, { name });
    if (answer.kind === 'ok') await this.router.navigate(['/admin', id, 'basic'], { queryParamsHandling: 'preserve' });
    else this.problem.set(problemOf(answer));
  }

  private async read(): Promise<void> {
    const answer = await ask<{ halls: HallEntry[] }>('GET', '/api/v1/halls');
    if (answer.kind === 'ok') this.halls.set(answer.body.halls);
    this.problem.set(problemOf(answer));
  }
}
