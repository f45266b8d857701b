import { catchError, from, Subject, switchMap, timer, type Observable } from 'rxjs';
import type { Snapshot } from '../../../shared/messages/messages.js';
import type { StateAnswer } from '../../../shared/rows/rows.js';
import type { LiveLink, LiveMessage } from './live-socket';

const AGAIN_MS = 5_000;

/** A line to a hall as it stood: each hello is answered once, with everything at the instant that `at` then names. */
export function openPastLine(key: string | null, at: () => string | null): LiveLink {
  const hellos = new Subject<string>();
  const answers = hellos.pipe(switchMap((hallId) => read(`/api/v1/halls/${encodeURIComponent(hallId)}/state?at=${encodeURIComponent(at() ?? '')}`, key)));
  const messages = new Subject<LiveMessage>();
  const answering = answers.subscribe(messages);
  queueMicrotask(() => messages.next({ kind: 'opened' }));
  return {
    messages,
    hello: ({ hallId }) => hellos.next(hallId),
    status: () => undefined,
    reopen: () => undefined, // it asks again by itself
    close: () => {
      answering.unsubscribe();
      messages.complete();
    },
  };
}

function read(path: string, key: string | null): Observable<LiveMessage> {
  return from(answerOf(path, key)).pipe(catchError(() => timer(AGAIN_MS).pipe(switchMap(() => read(path, key)))));
}

async function answerOf(path: string, key: string | null): Promise<LiveMessage> {
  const response = await fetch(path, { headers: key ? { authorization: `Bearer ${key}` } : {} });
  const body = (await response.json()) as StateAnswer & { code?: string; detail?: string };
  if (response.ok) return { kind: 'snapshot', body: { ...body, build: '' } satisfies Snapshot };
  return { kind: 'refused', body: { code: response.status === 404 ? 'unknownHall' : 'unauthorized', message: body.detail ?? '' } };
}
