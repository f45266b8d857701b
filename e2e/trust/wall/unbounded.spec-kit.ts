/** A planted bug, preloaded under the server: a screen is written to, however much of it still waits to be taken off the wire. */
import type { Socket } from 'socket.io';
import { connectionOf } from '../../../server/feed/frame.js';
import { Screen } from '../../../server/feed/screen.js';

Screen.prototype.write = function (frame: Buffer | readonly Buffer[]): boolean {
  connectionOf((this as unknown as { socket: Socket }).socket)?.write(Buffer.concat([frame].flat()));
  return true;
};
