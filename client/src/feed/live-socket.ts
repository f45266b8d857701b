import { Observable, Subject } from 'rxjs';
import { io, type Socket } from 'socket.io-client';
import { reopenAfterMs } from '../../../shared/messages/reopen.js';
import type { Beat, Delta, Hello, Refused, Reload, ScreenStatus, Snapshot } from '../../../shared/messages/messages.js';

/** What comes in from the server, and the line's own openings and closings. */
export type LiveMessage =
  | { kind: 'opened' }
  | { kind: 'shut' }
  | { kind: 'snapshot'; body: Snapshot }
  | { kind: 'delta'; body: Delta }
  | { kind: 'beat'; body: Beat }
  | { kind: 'reload'; body: Reload }
  | { kind: 'refused'; body: Refused };

/** A line to the server's `/live`. It reopens by itself; whoever holds it says hello whenever it has opened. */
export interface LiveLink {
  readonly messages: Observable<LiveMessage>;
  hello(hello: Hello): void;
  status(status: ScreenStatus): void;
  /** Gives up a line over which nothing comes, and opens another. */
  reopen(): void;
  close(): void;
}

const OPEN_WITHIN_MS = 5_000;

/** The only place that knows socket.io. `key` opens a hall that is not public; without one the session cookie speaks. */
export function openLiveSocket(key: string | null): LiveLink {
  const socket = io('/live', { transports: ['websocket'], forceNew: true, reconnection: false, timeout: OPEN_WITHIN_MS, auth: key ? { key } : {} });
  const messages = new Subject<LiveMessage>();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  const reopenSoon = (): void => {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), reopenAfterMs(attempts++, Math.random()));
  };
  socket.on('connect', () => {
    attempts = 0;
    messages.next({ kind: 'opened' });
  });
  socket.on('disconnect', () => {
    messages.next({ kind: 'shut' });
    reopenSoon();
  });
  socket.on('connect_error', (error) => {
    // inactive: not that there is no server, but that it will not have this screen
    if (!socket.active) messages.next({ kind: 'refused', body: { code: 'unauthorized', message: error.message } });
    reopenSoon();
  });
  relay(socket, messages);
  const say = (name: string, body: Hello | ScreenStatus): void => {
    if (socket.connected) socket.emit(name, body); // else socket.io would keep it and say it twice
  };
  return {
    messages,
    hello: (hello) => say('hello', hello),
    status: (status) => say('status', status),
    reopen: () => {
      if (socket.io.engine.readyState === 'open') socket.io.engine.close();
    },
    close: () => {
      clearTimeout(retry);
      messages.complete();
      socket.disconnect();
    },
  };
}

function relay(socket: Socket, messages: Subject<LiveMessage>): void {
  socket.on('snapshot', (body: Snapshot) => messages.next({ kind: 'snapshot', body }));
  socket.on('delta', (body: Delta) => messages.next({ kind: 'delta', body }));
  socket.on('beat', (body: Beat) => messages.next({ kind: 'beat', body }));
  socket.on('reload', (body: Reload) => messages.next({ kind: 'reload', body }));
  socket.on('refused', (body: Refused) => messages.next({ kind: 'refused', body }));
}
