/** An error that comes with every request while its cause lasts: the first is logged, and then once a minute how many more there were. */
import type { Logger } from '@nestjs/common';

const MINUTE_MS = 60_000;

export class OnceAMinute {
  private more = 0;
  private minute: NodeJS.Timeout | null = null;

  constructor(private readonly log: Pick<Logger, 'error'>) {}

  tell(error: Error): void {
    if (this.minute) this.more++;
    else {
      this.log.error(error);
      this.begin();
    }
  }

  private begin(): void {
    this.minute = setTimeout(() => this.end(), MINUTE_MS).unref();
  }

  private end(): void {
    this.minute = null;
    if (this.more === 0) return;
    this.log.error(`${this.more} more in the last minute, as logged before`);
    this.more = 0;
    this.begin();
  }
}
