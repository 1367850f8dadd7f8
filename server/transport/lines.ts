import type { RoomSocket } from './connections';

/** The first byte of a whole text message in WebSocket (RFC 6455, section 5.2): `FIN` and the opcode 1. */
const WHOLE_TEXT = 0x81;
/** From this length (bytes) on the length takes two further bytes, and from 64 K on eight. */
const SHORT = 126;
const LONG = 65_536;

/** Connections whose writes wait for the end of this turn. */
const held = new Set<RoomSocket['request']['socket']>();

/**
 * Emits an event whose only argument is already JSON text, in one buffer with the bytes that Socket.IO would send. Other
 * messages on the connection in this turn, such as the answer to the sender, leave in the same system call, which costs
 * more than everything before it.
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

/** The header of a message as Engine.IO writes it. Servers do not mask. */
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
