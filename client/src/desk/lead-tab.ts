import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Of several tabs of one browser one leads, and only it makes a noise. Where there are no locks (plain http) each leads itself. */
@Injectable()
export class LeadTab {
  private readonly first = signal(!navigator.locks);
  readonly leads = this.first.asReadonly();

  constructor() {
    const leaving = new Promise<void>((leave) => inject(DestroyRef).onDestroy(leave));
    void navigator.locks?.request('hallboard.desk', () => {
      this.first.set(true);
      return leaving;
    });
  }
}
