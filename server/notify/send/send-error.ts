interface More {
  status?: number;
  /** As the receiver's header says it: seconds, or an HTTP date. */
  retryAfter?: string | undefined;
  cause?: unknown;
}

/** A message did not arrive; the text is for people and names no secret. */
export class SendError extends Error {
  readonly status: number | undefined;
  private readonly retryAfter: string | undefined;

  constructor(message: string, { status, retryAfter, cause }: More = {}) {
    super(message, { cause });
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The instant before which the receiver wants nothing more of us, at most a day ahead. */
  retryAt(now: number): number {
    const seconds = Number(this.retryAfter ?? NaN);
    const at = Number.isNaN(seconds) ? Date.parse(this.retryAfter ?? '') : now + seconds * 1000;
    return Number.isNaN(at) ? now : Math.min(at, now + 24 * 3_600_000);
  }
}
