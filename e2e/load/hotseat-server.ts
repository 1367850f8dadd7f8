import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openBus } from '../../server/bus/open-bus';
import { readPack } from '../../server/guides/read-pack';
import { createIdentity } from '../../server/identity/create-identity';
import { createPeople } from '../../server/identity/people';
import { sessionCookieName } from '../../server/identity/session-cookie';
import { makeToken, sessionKey } from '../../server/identity/session-token';
import { createSessions } from '../../server/identity/sessions';
import { openLive } from '../../server/live';
import { openLog } from '../../server/log';
import { createMetrics } from '../../server/metrics/metrics';
import { READER_VERSION } from '../../server/packs/reader-version';
import { listen } from '../../server/process/listen';
import type { Principal } from '../../server/runtime/principal';
import type { Outcome } from '../../server/runtime/rooms';
import { openRecord } from '../../server/store/open';
import { createPackContents } from '../../server/store/pack-contents';
import { createRoomSnapshots } from '../../server/store/room-snapshots';
import { createPlanLimit } from '../../server/transport/room-limit';
import { answerControl, type OpenedRoom, SEATS_OF_A_ROOM, type Seat } from './control';

/**
 * Hotseat's live rooms as `server/index.ts` wires them, without the pages: the same handshake, checks, decider, frames and
 * durable appends. Only the limits per person are off, since here each connection acts for many people.
 * Arguments: the data folder, the folder of the packs, the secret of the sign-in sessions; and of one process of several, the
 * addresses of PostgreSQL and of Redis.
 */
const [dataDir = '', content = '', secret = '', databaseUrl = null, redisUrl = null] = process.argv.slice(2);
const PACK = 'oyster-panel';
const ASKS = 12;
const ANY = { points: 1_000_000_000, seconds: 1 };

const opened = await openRecord({ databaseUrl, dataDir });
if (!opened.ok) throw new Error(opened.problem);
const { db, record } = opened;
const reading = readPack(await readFile(join(content, `${PACK}.md`), 'utf8'), { id: PACK });
if (!reading.ok) throw new Error(`${PACK} cannot be read`);
const { pack } = reading;
const http = createServer();
const HOST = '127.0.0.1';
const listening = await listen(http, HOST, 0);
if (!listening.ok) throw new Error(listening.problem);
const publicUrl = `http://${HOST}:${listening.port}`;
const log = openLog('error');
const bus = openBus({ databaseUrl, redisUrl }, log);
const identity = createIdentity({
  db,
  secret,
  publicUrl,
  guests: true,
  guestLimit: 60,
  github: null,
  google: null,
  oidc: null,
  log,
});
const live = openLive({
  judge: null,
  opinionsAnHour: 0,
  now: Date.now,
  seed: () => 7,
  db,
  record,
  contents: createPackContents({ db, reader: READER_VERSION, now: Date.now }),
  secret,
  publicUrl,
  identity,
  packs: {
    find: async () => ({ ok: true, value: pack }),
  },
  mayPlan: createPlanLimit(),
  bus,
  metrics: createMetrics(),
  snapshots: createRoomSnapshots({ db, version: 'bench', failed: (error) => log.error({ err: error }) }),
  allowances: { connect: ANY, command: ANY, membership: ANY, sync: ANY, time: ANY, code: ANY, cursor: ANY },
  log,
  http,
});
const people = createPeople(db);
const sessions = createSessions(db);
const key = sessionKey(secret);

/** A guest with a cookie as from next-auth. */
async function signIn(name: string): Promise<{ principal: Principal; cookie: string }> {
  const person = await people.addGuest(name);
  const { principal } = person;
  const sessionId = await sessions.begin(person, null);
  const token = await makeToken({ principalId: principal.id, sessionId, name }, key, Date.now());
  return { principal, cookie: `${sessionCookieName(publicUrl, secret)}=${token}` };
}

function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

async function openRoom(no: number, seats: readonly Seat['role'][]): Promise<OpenedRoom> {
  const guests = await Promise.all(
    seats.map(async (role, index) => ({ role, ...(await signIn(`${role} ${no}.${index}`)) })),
  );
  const [host, ...others] = guests;
  const items = pack.questions.slice(0, ASKS);
  if (!host) throw new Error('a room has a host');
  const { roomId } = accepted(
    await live.rooms.open(host.principal, {
      packId: PACK,
      title: `Room ${no}`,
      format: 'led',
      agenda: items.map(({ id }) => id),
      slots: [],
      targetSeconds: 180,
      level: null,
      callLink: null,
      waitingRoom: false,
      autoReveal: false,
      hostRates: true,
      startsAt: null,
      sharesChecklist: false,
    }),
  );
  const links = accepted(await live.rooms.invites(host.principal, roomId));
  for (const { role, principal } of others) {
    const code = links.find((link) => link.role === role)?.code ?? '';
    accepted(await live.rooms.join(principal, code, principal.name));
  }
  return {
    roomId,
    seats: guests.map(({ cookie, role }) => ({ cookie, role })),
    items: items.map(({ id, points }) => ({ itemId: id, pointIds: points.map((point) => point.id) })),
  };
}

let count = 0;
answerControl(
  publicUrl,
  {
    'open-rooms': async ({ rooms, seats }) => {
      const made: OpenedRoom[] = [];
      for (let i = 0; i < rooms; i += 1) {
        count += 1;
        made.push(await openRoom(count, seats === 'all' ? SEATS_OF_A_ROOM : ['host']));
      }
      return made;
    },
    encodings: async () => Object.fromEntries(live.encodings),
    'record-size': async () => {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
      return statSync(join(dataDir, 'hotseat.sqlite')).size;
    },
  },
  async () => {
    await live.close();
    await bus.close();
    await record.close();
  },
);
