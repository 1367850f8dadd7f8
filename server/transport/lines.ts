import type { RoomSocket } from './connections';

/** WebSocket's frame of a whole text message (RFC 6455, section 5.2): `FIN` and the opcode 1. */
const WHOLE_TEXT = 0x81;
/** From this length (bytes) it is written in two bytes after the first two, and from 64 K in eight. */
const SHORT = 126;
const LONG = 65_536;

/** Lines whose writes wait for the end of this turn. */
const held = new Set<RoomSocket['request']['socket']>();

/**
 * Emits an event whose one argument is JSON text already: what Socket.IO would send, as one piece of memory. What else is
 * sent on the line in this turn, as the answer to whoever caused it, leaves with it in one call to the system, which costs
 * more than all that was done to make it.
 */
export function emitText(socket: RoomSocket, event: string, json: string): void {
  // By long polling each packet leaves with whatever request is there.
  if (socket.conn.transport.name === 'websocket') hold(socket.conn.request.socket);
  const packet = `2["${event}",${json}]`;
  const options = { compress: false, wsPreEncodedFrame: [frameOf(`4${packet}`)] };
  socket.conn.write(packet, options);
}

function hold(line: RoomSocket['request']['socket']): void {
  if (held.has(line)) return;
  if (held.size === 0) process.nextTick(letGo);
  held.add(line);
  line.cork();
}

function letGo(): void {
  for (const line of held) line.uncork();
  held.clear();
}

/** Of a message as Engine.IO writes it. Servers do not mask. */
function frameOf(message: string): Buffer {
  const length = Buffer.byteLength(message);
  const start = length < SHORT ? 2 : length < LONG ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = WHOLE_TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = SHORT;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = SHORT + 1;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(message, start);
  return frame;
}
