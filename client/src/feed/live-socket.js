import { Subject } from 'rxjs';
import { io } from 'socket.io-client';
/** 1–5 s at first, then longer, never over 15 s: after a power cut a building of walls must not knock all at once. */
const RECONNECT = { reconnectionDelay: 3_000, randomizationFactor: 0.66, reconnectionDelayMax: 15_000 };
/** The only place that knows socket.io. `key` opens a hall that is not public; without one the session cookie speaks. */
export function openLiveSocket(key) {
    const socket = io('/live', { ...RECONNECT, transports: ['websocket'], forceNew: true, auth: key ? { key } : {} });
    const messages = new Subject();
    let retry;
    const reopenSoon = () => {
        clearTimeout(retry);
        retry = setTimeout(() => socket.connect(), 1_000 + Math.random() * 4_000);
    };
    socket.on('connect', () => messages.next({ kind: 'opened' }));
    socket.on('disconnect', () => {
        messages.next({ kind: 'shut' });
        if (!socket.active)
            reopenSoon(); // the server cut the line, and socket.io then stays away by itself
    });
    socket.on('connect_error', (error) => {
        if (socket.active)
            return; // no server: socket.io tries again by itself
        messages.next({ kind: 'refused', body: { code: 'unauthorized', message: error.message } });
        reopenSoon();
    });
    relay(socket, messages);
    const say = (name, body) => {
        if (socket.connected)
            socket.emit(name, body); // else socket.io would keep it and say it twice
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
function relay(socket, messages) {
    socket.on('snapshot', (body) => messages.next({ kind: 'snapshot', body }));
    socket.on('delta', (body) => messages.next({ kind: 'delta', body }));
    socket.on('beat', (body) => messages.next({ kind: 'beat', body }));
    socket.on('reload', (body) => messages.next({ kind: 'reload', body }));
    socket.on('refused', (body) => messages.next({ kind: 'refused', body }));
}
//# sourceMappingURL=live-socket.js.map