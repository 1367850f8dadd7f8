import { aloneBus } from '../runtime/bus';
import type { EventRecord } from '../runtime/ports';
import { person, startLiveServer } from './live-server';
import { testSettings } from './stories';
import { testPack } from './test-pack';

/**
 * The child of the test of kills: a whole server that kills itself, once it is told to, when it next gets to a boundary. It opens
 * a room unless it is given one, and prints its port and the room.
 */
const [dataDir = '', databaseUrl = '', boundary = '', known = ''] = process.argv.slice(2);
let isArmed = false;
process.stdin.on('data', () => {
  isArmed = true;
  process.stdout.write('armed\n');
});

function reach(here: string): void {
  if (isArmed && here === boundary) process.kill(process.pid, 'SIGKILL');
}

const server = await startLiveServer({
  dataDir,
  ...(databaseUrl && { databaseUrl }),
  pack: testPack(),
  // The other processes are told once the people here were.
  bus: { ...aloneBus, send: ({ kind }) => (kind === 'room-moved' ? reach('before-acknowledge') : undefined) },
  around: (record): EventRecord => ({
    ...record,
    append: async (append) => {
      reach('before-append');
      const result = await record.append(append);
      reach('before-publish');
      return result;
    },
  }),
});
const setup = { packId: 'test-pack', ...testSettings('led') };
const opened = known ? null : await server.rooms.open(person('hana'), setup);
const roomId = opened?.ok ? opened.value.roomId : known;
process.stdout.write(`${server.port} ${roomId}\n`);
