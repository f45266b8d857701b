import { Injectable, signal } from '@angular/core';

type Permission = NotificationPermission | 'none';

/** The browser's notifications: whether they are allowed, and the sending of one. */
@Injectable()
export class Notices {
  private readonly allowed = signal<Permission>('Notification' in window && isSecureContext ? Notification.permission : 'none');
  readonly permission = this.allowed.asReadonly();

  async askLeave(): Promise<void> {
    this.allowed.set(await Notification.requestPermission());
  }

  /** A later one takes the earlier one's place. On phones only the worker may show one. */
  async send(title: string, body: string): Promise<void> {
    if (this.allowed() !== 'granted') return;
    const worker = await navigator.serviceWorker?.getRegistration();
    const notice = { body, tag: 'hallboard.desk', icon: 'favicon.svg' };
    if (worker) await worker.showNotification(title, notice);
    else new Notification(title, notice);
  }
}
