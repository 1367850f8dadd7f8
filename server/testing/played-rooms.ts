import type { Kysely } from 'kysely';
import { project } from '../review/project';
import { createReview, type Review, type ReviewPorts } from '../review/review';
import { createSigner, type KeysOf } from '../review/signing';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';
import type { EventRecord, Projection } from '../runtime/ports';
import type { Principal } from '../runtime/principal';
import type { Database } from '../runtime/tables';
import { principalOf, type Step } from './interview-script';

export interface OpenRecord {
  db: Kysely<Database>;
  record: EventRecord;
}

export interface PlayedRooms {
  review: Review;
  db: Kysely<Database>;
}

interface Circumstances {
  secret?: string;
  issuer?: string;
  keysOf?: KeysOf;
  now?: () => number;
  mayImport?: ReviewPorts['mayImport'];
  mayExport?: ReviewPorts['mayExport'];
  mayReplay?: ReviewPorts['mayReplay'];
}

/** Finished rooms, written together with the runtime's rows. */
export async function playedRooms(
  { db, record }: OpenRecord,
  logs: readonly Step[][],
  circumstances: Circumstances = {},
): Promise<PlayedRooms> {
  const rooms = new Map<string, RoomState>();
  const steps = new Map<string, Step[]>();
  for (const log of logs) {
    let state: RoomState | null = null;
    const projections: Projection[] = [];
    for (const { event, at, by } of log) {
      const after: RoomState = evolve(state, event, { at, by });
      projections.push(...project(state, after, [event]));
      state = after;
    }
    if (!state) throw new Error('no steps, no room');
    const { roomId } = state;
    rooms.set(roomId, state);
    steps.set(roomId, log);
    const events = log.map(({ event, at, by }) => ({ type: event.type, data: event, at, by }));
    await record.append({ roomId, expectedSeq: 0, commandId: 'command', events, projections });
  }
  const {
    secret = 'a secret of this test',
    issuer = 'http://hotseat.test',
    keysOf = async () => null,
    now = Date.now,
    mayImport = async () => true,
    mayExport = async () => true,
    mayReplay = async () => true,
  } = circumstances;
  const review = createReview({
    db,
    loadRoom: async (roomId) => rooms.get(roomId) ?? null,
    lookAt: async (roomId) => rooms.get(roomId) ?? null,
    loadLog: async (roomId) =>
      (steps.get(roomId) ?? []).map((step, index) => ({
        ...step,
        seq: index + 1,
        commandId: `command-${index}`,
      })),
    code: { text: async () => '', history: async () => [] },
    signer: createSigner(secret, issuer),
    keysOf,
    mayImport,
    mayExport,
    mayReplay,
    now,
  });
  return { review, db };
}

/** A member of a played room as a signed-in person. */
export function principalIn(memberId: string, aliases: string[] = []): Principal {
  return { id: principalOf(memberId), name: '', kind: 'guest', email: null, image: null, aliases };
}

/** The whole text of a file that arrived in parts. */
export async function wholeText(parts: AsyncIterable<string> | 'often' | null): Promise<string | null> {
  if (!parts || parts === 'often') return null;
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
