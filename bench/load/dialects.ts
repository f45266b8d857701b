import { WebSocket } from 'ws';

/**
 * How a screen greets each server, spoken by hand over bare `ws`: a full socket.io client would cost the two shared cores more
 * than the server under test. `open` resolves when the screen is live; from then on `onText` gets every application message.
 */
export interface ScreenPlan {
  dialect: 'live' | 'bare' | 'dashboard';
  port: number;
  key: string;
  hallId: string;
}

export interface Screen {
  socket: WebSocket;
  onText: (text: Buffer) => void;
}

const options = { perMessageDeflate: false, skipUTF8Validation: true } as const;
const PING = '2';
const PONG = '3';

/** socket.io with namespace /live, websocket only: engine open → namespace connect → hello → snapshot. */
function openLive(plan: ScreenPlan): Promise<Screen> {
  const socket = new WebSocket(`ws://127.0.0.1:${plan.port}/socket.io/?EIO=4&transport=websocket`, options);
  return live(socket, (text, say) => {
    if (text.startsWith('0{')) say(`40/live,${JSON.stringify(plan.key ? { key: plan.key } : {})}`);
    else if (text.startsWith('40/live')) say(`42/live,${JSON.stringify(['hello', { protocol: 1, hallId: plan.hallId }])}`);
    else if (text.startsWith('42/live,["snapshot"')) return true;
    else if (/^4[24]\/live,.*(refused|message)/.test(text)) throw new Error(`the screen was refused: ${text.slice(0, 300)}`);
    return false;
  });
}

/** The bare baseline: say which hall, get one line back. */
function openBare(plan: ScreenPlan): Promise<Screen> {
  const socket = new WebSocket(`ws://127.0.0.1:${plan.port}/`, options);
  socket.once('open', () => socket.send(plan.hallId));
  return live(socket, () => true);
}

/** The dashboard's server takes no websocket-only client: handshake by polling, then upgrade. */
async function openDashboard(plan: ScreenPlan): Promise<Screen> {
  const path = `127.0.0.1:${plan.port}/dashboard/socket.io/?EIO=4`;
  const polling = `http://${path}&transport=polling`;
  const handshake = await (await fetch(polling)).text();
  const { sid } = JSON.parse(handshake.slice(1)) as { sid: string };
  await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: '40' });
  await (await fetch(`${polling}&sid=${sid}`)).text();
  const socket = new WebSocket(`ws://${path}&transport=websocket&sid=${sid}`, options);
  socket.once('open', () => socket.send('2probe'));
  return live(socket, (text, say) => {
    if (text !== '3probe') return false;
    say('5');
    return true;
  });
}

/** Runs the greeting until it says that the screen is live, and answers the engine's pings for ever. */
function live(socket: WebSocket, greet: (text: string, say: (text: string) => void) => boolean): Promise<Screen> {
  return new Promise((resolve, reject) => {
    const screen: Screen = { socket, onText: () => undefined };
    let greeting = true;
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a screen while it was greeting')));
    socket.on('message', (data: Buffer) => {
      if (data.length === 1 && data.toString() === PING) return socket.send(PONG);
      if (!greeting) return screen.onText(data);
      try {
        greeting = !greet(data.toString(), (text) => socket.send(text));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      if (!greeting) resolve(screen);
    });
  });
}

export const openScreen = (plan: ScreenPlan): Promise<Screen> =>
  ({ live: openLive, bare: openBare, dashboard: openDashboard })[plan.dialect](plan);
