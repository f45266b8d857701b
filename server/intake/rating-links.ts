/**
 * The link on a ticket, by which its holder rates it without a log-in. Its token is a keyed hash of hall and ticket: it names
 * nobody, opens nothing else, and needs no table.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Attempts } from '../access/attempts.js';
import { newSecret } from '../access/secret.js';
import { Problem } from '../problem.js';

/** 96 bits in 16 characters: more make the printed code finer than a cheap printer draws. */
const TOKEN_LENGTH = 16;
/** A wrong token is a misread code now and then; who tries many waits. Right ones never do. */
const PATIENCE = { free: 20, longestMs: 60_000 };

interface Ticket {
  hallId: string;
  ticketId: string;
}

export class RatingLinks {
  private readonly wrong: Attempts;

  constructor(
    private readonly secret: string,
    now: () => number,
    /** Where people reach this server, if it is told. */
    private readonly publicUrl?: string,
  ) {
    this.wrong = new Attempts(now, PATIENCE);
  }

  static async open({ data, now, publicUrl }: { data: string; now: () => number; publicUrl?: string | undefined }): Promise<RatingLinks> {
    return new RatingLinks(await openSecret(join(data, 'rating.key')), now, publicUrl);
  }

  /** `reached`: the address that the asking device reached this server at. */
  url({ hallId, ticketId }: Ticket, reached: string): string {
    const base = (this.publicUrl ?? reached).replace(/\/$/, '');
    return `${base}/rate/${encodeURIComponent(hallId)}/${encodeURIComponent(ticketId)}?t=${this.tokenOf({ hallId, ticketId })}`;
  }

  /** The refusal of a token that is not the ticket's; `from` is the address it comes from. */
  demand(ticket: Ticket, token: string, from: string): void {
    if (isSame(token, this.tokenOf(ticket))) return;
    const waitMs = this.wrong.waitMs(from);
    if (waitMs > 0) {
      const retryAfterSeconds = Math.ceil(waitMs / 1000);
      throw new Problem(429, 'tooManyTries', `Too many links from here were wrong; the next may be tried in ${retryAfterSeconds} s.`, { retryAfterSeconds });
    }
    this.wrong.count(from);
    throw new Problem(403, 'ratingToken', 'The rating was refused: the link is not the one of this ticket. Scan the code on the ticket, or on the pad at the counter, again.', { field: 'token' });
  }

  private tokenOf({ hallId, ticketId }: Ticket): string {
    return createHmac('sha256', this.secret).update(`${hallId}\n${ticketId}`).digest('base64url').slice(0, TOKEN_LENGTH);
  }
}

function isSame(token: string, right: string): boolean {
  const [a, b] = [Buffer.from(token), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Made once: links that were printed stay good over restarts. */
async function openSecret(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null) return kept.trim();
  const secret = newSecret();
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secret;
}
