import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { openRecord } from '../../server/store/open';
import { answerControl, type OpenedRoom, SEATS_OF_A_ROOM } from './control';
import { RELAYED } from './frames';

/**
 * The minimal cost of a live room: just Socket.IO, which relays messages to the people whom Hotseat would tell, and answers.
 * It has no sign-in, no checks, no record and no views. Arguments: the ping interval and timeout (ms); and of a relay that
 * first stores each command as Hotseat does, a folder.
 */
const [pingInterval = 1_000, pingTimeout = 4_000] = process.argv.slice(2, 4).map(Number);
const store = await openStore(process.argv[4]);
const http = createServer().listen(0, '127.0.0.1');
await once(http, 'listening');
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  pingInterval,
  pingTimeout,
});

io.on('connection', (socket) => {
  const { roomId, role } = socket.handshake.auth as { roomId: string; role: string };
  void socket.join(role === 'candidate' ? `${roomId}/candidate` : roomId);
  socket.on('command', async (body: Body, ack: (reply: { ok: true }) => void) => {
    await store?.append(roomId, socket.id, body);
    // Only its author gets a tick on a key point.
    if (body.command.type === 'MarkPoint') socket.emit(RELAYED.own, body);
    else io.to(roomId).emit(RELAYED.shared, body);
    ack({ ok: true });
  });
  socket.on('code', (body: unknown, ack: (reply: { ok: true }) => void) => {
    socket.to(roomId).emit('code', body);
    ack({ ok: true });
  });
});

interface Body {
  commandId: string;
  command: { type: string };
}

/** Appends commands, each room's one after the other, and each once. */
async function openStore(dataDir: string | undefined) {
  if (dataDir === undefined) return null;
  const opened = await openRecord({ databaseUrl: null, dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  const { record } = opened;
  const rooms = new Map<string, { seq: number; tail: Promise<unknown> }>();
  return {
    close: () => record.close(),
    append: (roomId: string, by: string, { commandId, command }: Body) => {
      const room = rooms.get(roomId) ?? { seq: 0, tail: Promise.resolve() };
      rooms.set(roomId, room);
      const stored = room.tail.then(async () => {
        const event = { type: command.type, data: command, at: Date.now(), by };
        const append = {
          roomId,
          expectedSeq: room.seq,
          commandId: `${by}/${commandId}`,
          events: [event],
          projections: [],
        };
        const result = await record.append(append);
        if (!result.ok) throw new Error(result.reason);
        room.seq += 1;
      });
      room.tail = stored;
      return stored;
    },
  };
}

let count = 0;
const openRoom = (): OpenedRoom => {
  count += 1;
  const seats = SEATS_OF_A_ROOM.map((role) => ({ cookie: null, role }));
  return {
    roomId: `room${count}`,
    seats,
    items: [1, 2].map((no) => ({ itemId: `item${no}`, pointIds: ['point1', 'point2'] })),
  };
};
const address = http.address();
if (address === null || typeof address === 'string') throw new Error('no port was given');
answerControl(
  `http://127.0.0.1:${address.port}`,
  {
    'open-rooms': async ({ rooms }) => Array.from({ length: rooms }, openRoom),
    encodings: async () => ({}),
    'record-size': async () => 0,
  },
  async () => {
    io.disconnectSockets(true);
    await io.close();
    await store?.close();
  },
);
