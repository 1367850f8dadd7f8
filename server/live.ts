import type { Server } from 'node:http';
import type { Kysely } from 'kysely';
import { CodeDocuments } from './code/documents';
import type { Doorway } from './doorway';
import type { Identity } from './identity/create-identity';
import type { Judge } from './judge/judge';
import type { Log } from './log';
import { MeteredRoomCommands, meteredRecord } from './metrics/metered';
import type { Metrics } from './metrics/metrics';
import type { PackLibrary } from './packs/library';
import { heardBy, heardInRoom } from './review/heard';
import { askIssuer } from './review/issuer-keys';
import { logOf } from './review/load-log';
import { project } from './review/project';
import { replayOf } from './review/replay';
import { createReview, type Review } from './review/review';
import { scorecardFor } from './review/scorecard';
import { createSigner } from './review/signing';
import type { RoomState } from './room/core/state';
import type { Bus } from './runtime/bus';
import { createRooms, spareInvites } from './runtime/create-rooms';
import type { EventRecord, PackContents } from './runtime/ports';
import { idsOf } from './runtime/principal';
import { randomRoundKey } from './runtime/random-id';
import type { RoomCommandsPorts } from './runtime/room-commands';
import type { Snapshots } from './runtime/snapshots';
import type { Database } from './runtime/tables';
import { createCodeRecord } from './store/code-record';
import { roomOfInvite } from './store/invite-index';
import { attachTransport, type Load } from './transport/attach';
import { Connections } from './transport/connections';
import type { Limit } from './transport/limit';
import type { Allowances } from './transport/request-limits';
import {
  createExportLimit,
  createImportLimit,
  createJoinLimit,
  createJudgeLimit,
  createOwnWordsLimit,
  createReplayLimit,
  createRoomLimit,
  createTryOutLimit,
} from './transport/room-limit';
import { playSample, SAMPLE_PACK } from './try-out/sample';
import { createTryOuts, type TryOuts } from './try-out/try-outs';
import { webhookRows } from './webhooks/rows';

export interface LiveInput {
  http: Server;
  db: Kysely<Database>;
  record: EventRecord;
  contents: PackContents;
  /** Makes the invite tokens. */
  secret: string;
  /** Made those of older links. */
  formerSecrets?: readonly string[];
  publicUrl: string;
  identity: Identity;
  packs: Pick<PackLibrary, 'find'>;
  /** Shared with the packs: a person's plans count together, in a room and before there is one. */
  mayPlan: Limit;
  /** To and from the other processes of this deployment. */
  bus: Bus;
  /** Milliseconds since 1970, by a clock that never jumps. */
  now(): number;
  /** The seed of another room of simulated people: below 2³¹. */
  seed(): number;
  /** For those who practise alone; null where none is set. */
  judge: Judge | null;
  /** Opinions that this process asks it for within an hour. */
  opinionsAnHour: number;
  metrics: Metrics;
  snapshots: Snapshots;
  /** Whether somebody sends what is written for the operator's own system. */
  tellsWebhooks?: boolean;
  /** Called with the origin of a page that is not at Hotseat's own address, and was rejected. */
  elsewhere?: (origin: string) => void;
  /** What one person may ask for; the usual when nothing is said. The benchmark alone says something. */
  allowances?: Allowances;
  log: Log;
}

export interface Live {
  rooms: Doorway['rooms'];
  tryOuts: TryOuts;
  /** The round that anybody may look at. */
  sample: Doorway['sample'];
  review: Review;
  /** How often each server event was encoded since the start. */
  encodings: ReadonlyMap<string, number>;
  load(): Load;
  /** Rooms that somebody is connected to here, or whose simulated people act here. */
  occupied(): number;
  /** Says goodbye to every connection. */
  close(): Promise<void>;
}

/** Milliseconds in which each simulated person does one thing at most. */
const SIMULATED_BEAT_MS = 500;

/** The live rooms on an HTTP server: everything but the pages. */
export function openLive(input: LiveInput): Live {
  const {
    http,
    db,
    record,
    contents,
    secret,
    formerSecrets,
    publicUrl,
    identity,
    packs,
    mayPlan,
    bus,
    judge,
    opinionsAnHour,
    now,
    seed,
    metrics,
    snapshots,
    tellsWebhooks = false,
    elsewhere = () => {},
    allowances,
    log,
  } = input;
  const connections = new Connections(now, bus.hears);
  const heardBefore = (state: RoomState) => heardInRoom(db, state);
  const ports: RoomCommandsPorts = {
    record: meteredRecord(record, metrics),
    contents,
    snapshots,
    now,
    project: (before, after, events, first) => [
      ...project(before, after, events),
      ...(tellsWebhooks ? webhookRows(after, events, first) : []),
    ],
    awayMs: (roomId, memberId) => connections.awayMs(roomId, memberId),
    heardBefore,
    spareInvites: (state) => spareInvites({ secret, now }, state),
    roundKey: randomRoundKey,
    isShown: (roomId) => connections.membersHere(roomId).length > 0,
    alone: bus.alone,
    unavailable: (error, about) => log.warn({ err: error, ...about }, 'a command could not be recorded'),
    announce: (roomId) => bus.send({ kind: 'room-moved', roomId }),
  };
  const runtime = new MeteredRoomCommands(ports, metrics);
  const code = new CodeDocuments({
    record: createCodeRecord(db),
    state: (roomId) => runtime.state(roomId),
    now,
    announce: (roomId, askId) => bus.send({ kind: 'code-moved', roomId, askId }),
    unavailable: (error) => log.warn({ err: error }, 'an update of a text could not be recorded'),
    full: (roomId, askId) => log.error({ roomId, askId }, 'a text has so many changes that it takes no more'),
  });
  const transport = attachTransport(http, {
    runtime,
    code,
    connections,
    session: identity.session,
    ended: identity.ended,
    newest: record.newest,
    publicUrl,
    bus,
    meters: metrics,
    allowances,
    now,
    elsewhere,
    log,
  });
  identity.onSignedOut((who) => {
    if (who.kind === 'session') transport.endSession(who.sessionId);
    else for (const id of idsOf(who.principal)) transport.signOut(id);
  });
  const rooms = createRooms({
    runtime,
    pack: packs.find,
    roomOfInvite: (tokenHash) => roomOfInvite(db, tokenHash),
    secret,
    formerSecrets,
    isGuest: identity.isGuest,
    publicUrl,
    now,
    heardBefore,
    mayWrite: createOwnWordsLimit(),
    mayOpen: createRoomLimit(),
    mayJoin: createJoinLimit(),
    mayPlan,
  });
  const review = createReview({
    db,
    loadRoom: (roomId) => runtime.state(roomId),
    lookAt: (roomId) => runtime.lookAt(roomId),
    loadLog: logOf(record, contents),
    signer: createSigner(secret, publicUrl),
    keysOf: askIssuer({ anywhere: false }),
    mayImport: createImportLimit(),
    mayExport: createExportLimit(),
    mayReplay: createReplayLimit(),
    now,
    code,
  });
  const tryOuts = createTryOuts({
    runtime,
    pack: packs.find,
    heard: (principal, { familyId }) => heardBy(db, idsOf(principal), familyId),
    judge,
    mayAskJudge: createJudgeLimit(opinionsAnHour),
    secret,
    now,
    shows: (roomId, memberIds) => {
      const isNews = connections.play(roomId, memberIds);
      if (isNews) bus.send({ kind: 'members-here', rooms: [connections.toTell(roomId)] });
    },
    isPlayedElsewhere: (roomId, memberIds) => connections.isPlayedElsewhere(roomId, memberIds),
    isHere: (roomId, memberId) => connections.awaySince(roomId, memberId) === null,
    seed,
    mayOpen: createTryOutLimit(),
    failed: (error) => log.warn({ err: error }, 'simulated people could not go on'),
    beatMs: SIMULATED_BEAT_MS,
  });
  const sample = sampleOf(packs);
  const close = () => {
    tryOuts.close();
    return transport.close();
  };
  const { encodings, load } = transport;
  const occupied = () => connections.roomsToTell().length;
  return { rooms, tryOuts, sample, review, encodings, load, occupied, close };
}

/** A sample round as its host sees it: played when somebody first asks, and then kept. */
function sampleOf(packs: LiveInput['packs']): Doorway['sample'] {
  let played: ReturnType<typeof play> | null = null;
  const play = async () => {
    const pack = await packs.find(null, SAMPLE_PACK);
    if (!pack.ok) throw new Error(pack.message);
    const { state, roundId, log } = await playSample(pack.value);
    const scorecard = scorecardFor(state, roundId, state.hostId);
    const replay = replayOf(log, roundId, state.hostId);
    if (!scorecard || !replay) throw new Error('the host of the sample round may not see it');
    return { scorecard, replay };
  };
  return () => {
    played ??= play().catch((error: unknown) => {
      played = null;
      throw error;
    });
    return played;
  };
}
