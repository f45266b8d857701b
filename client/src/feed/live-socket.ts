import { Observable, Subject } from 'rxjs';
import { io, type Socket } from 'socket.io-client';
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
  close(): void;
}

/** 1–5 s at first, then longer, never over 15 s: after a power cut a building of walls must not knock all at once. */
const RECONNECT = { reconnectionDelay: 3_000, randomizationFactor: 0.66, reconnectionDelayMax: 15_000 };

/** The only place that knows socket.io. `key` opens a hall that is not public; without one the session cookie speaks. */
export function openLiveSocket(key: string | null): LiveLink {
  const socket = io('/live', { ...RECONNECT, transports: ['websocket'], forceNew: true, auth: key ? { key } : {} });
  const messages = new Subject<LiveMessage>();
  let retry: ReturnType<typeof setTimeout> | undefined;
  const reopenSoon = (): void => {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), 1_000 + Math.random() * 4_000);
  };
  socket.on('connect', () => messages.next({ kind: 'opened' }));
  socket.on('disconnect', () => {
    messages.next({ kind: 'shut' });
    if (!socket.active) reopenSoon(); // the server cut the line, and socket.io then stays away by itself
  });
  socket.on('connect_error', (error) => {
    if (socket.active) return; // no server: socket.io tries again by itself
    messages.next({ kind: 'refused', body: { code: 'unauthorized', message: error.message } });
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
