import type {
  AboutMe,
  HeardQuestions,
  HistoryChoices,
  HistoryEntry,
  HistoryFilter,
  HistoryPage,
  PackHealth,
  RunningRoomEntry,
  Trends,
} from '../protocol/history';
import type { OwnFeedback } from '../protocol/own-feedback';
import type { Place } from '../protocol/places';
import type { Playback } from '../protocol/playback';
import type { Replay } from '../protocol/replay';
import type { ShareWish } from '../protocol/requests';
import type { Scorecard } from '../protocol/scorecard';
import type { Signature } from '../protocol/scorecard-file';
import type { Sharing } from '../protocol/sharing';
import type { Keeping, KeptPage, ShareLink } from '../protocol/taking-away';
import { audienceOf, memberByPrincipal, type RoomState, type Round } from '../room/core/state';
import { idsOf, type Principal } from '../runtime/principal';
import { aboutMe } from './about-me';
import { type Entitled, readEntitled } from './entitled';
import { type ExportWish, exportedCards, isMadeUp } from './exported-cards';
import { type ExportForm, exportText } from './exports';
import { heardQuestions } from './heard-questions';
import { type Db, historyPage, latestScorecards, PAGE_MOST } from './history';
import { historyChoices } from './history-choices';
import { checkKept, keepFile } from './keep-file';
import { forgetKept, type Kept, keptBy, keptOne, readableOne } from './kept';
import { isKept } from './kept-rows';
import { ownFeedbackOf } from './own-feedback';
import { atMost, createOwnKeys, keysHereOr } from './own-keys';
import { packHealth } from './pack-health';
import { playbackFor, type TextUpdate } from './playback';
import { previewFor } from './preview';
import type { LoggedEvent } from './replay';
import { createReplays } from './replay-cache';
import { runningRooms } from './running';
import { scorecardFor } from './scorecard';
import { countOpening, makeShare, openShare, revokeShare, sharesOf } from './shares';
import type { KeysOf, PublicKey, Signer } from './signing';
import { trendsOf } from './trends';
import { warmedUpTogether } from './warmed-up';

/** A scorecard for comparing or printing. */
export interface Looked {
  card: Scorecard;
  /** As in `HistoryEntry`. */
  file: HistoryEntry['file'];
}

/** What a person may read about finished rounds, and which of their rooms are running. */
export interface Review {
  /** Null if the round does not exist, and also if this person may not read it. */
  scorecard(principal: Principal, roomId: string, roundId: string): Promise<Scorecard | null>;
  /** What a rater can still change of it; null for everybody else. */
  ownFeedback(principal: Principal, place: Place): Promise<OwnFeedback | null>;
  /**
   * A scorecard, also an imported one, whose address is the kept entry's id and its round. Null for a simulated
   * one, which is compared with none.
   */
  looked(principal: Principal, place: Place): Promise<Looked | null>;
  /** How the code of an exercise was written; null where its scorecard would be null, and for an ask without code. */
  playback(principal: Principal, roomId: string, roundId: string, askId: string): Promise<Playback | null>;
  /** For the host of the room: the candidate's scorecard with this sharing. Null for everybody else. */
  preview(principal: Principal, roomId: string, roundId: string, sharing: Sharing): Promise<Scorecard | null>;
  /**
   * A file, part by part; null if this person may not see something it names, like `scorecard`, and for a simulated
   * round as signed JSON. `often` for somebody who downloads several scorecards too often.
   */
  exported(
    principal: Principal,
    wish: ExportWish,
    form: ExportForm,
  ): Promise<AsyncGenerator<string> | 'often' | null>;
  /** Null in the same cases as `scorecard`, `often` for somebody who opens replays too often. */
  replay(principal: Principal, roomId: string, roundId: string): Promise<Replay | 'often' | null>;
  history(
    principal: Principal,
    query: HistoryFilter & { cursor: string | null; size: number },
  ): Promise<HistoryPage>;
  /** The scorecards that this person got last: a round that was published late is new to them. */
  latest(principal: Principal, size: number): Promise<HistoryEntry[]>;
  choices(principal: Principal): Promise<HistoryChoices>;
  /** For the person's own rounds in the hot seat, or in the role that the filter names. */
  trends(principal: Principal, filter: HistoryFilter): Promise<Trends>;
  /** Questions that were asked in rounds of mine, the most often asked first. */
  questions(principal: Principal): Promise<HeardQuestions>;
  /** For this person alone. */
  aboutMe(principal: Principal): Promise<AboutMe>;
  /** Null for somebody else's pack. */
  packHealth(principal: Principal, packId: string): Promise<PackHealth | null>;
  /** When those who rate in a room last warmed up together with its pack, for its host; null if they did not within a month. */
  warmedUp(principal: Principal, roomId: string): Promise<number | null>;
  running(principal: Principal): Promise<RunningRoomEntry[]>;
  kept: {
    /** Null for somebody who imports too often. */
    keep(principal: Principal, text: string): Promise<Keeping | null>;
    list(principal: Principal, cursor: string | null, size: number): Promise<KeptPage>;
    /** As `keptOne`. */
    one(principal: Principal, keptId: string): Promise<Kept | 'unreadable' | null>;
    /** Whether its signature can be verified by now; null as for `one`, `often` for somebody who imports too often. */
    check(principal: Principal, keptId: string): Promise<Signature | 'often' | null>;
    forget(principal: Principal, keptId: string): Promise<boolean>;
  };
  shares: {
    /** Null in the same cases as `scorecard`; `full` for one link too many. */
    make(principal: Principal, place: Place, wish: ShareWish): Promise<{ token: string } | 'full' | null>;
    list(principal: Principal, place: Place): Promise<ShareLink[] | null>;
    revoke(principal: Principal, shareId: string): Promise<boolean>;
    /** For anybody with the link. */
    open(token: string): Promise<Scorecard | null>;
    /** A reader, who may be signed out, was shown the link's page. */
    opened(reader: Principal | null, token: string): Promise<void>;
  };
  /** Public keys of this deployment, newest first. */
  keys(): Promise<PublicKey[]>;
}

export interface ReviewPorts {
  db: Db;
  /** The room from the record; null if there is none. */
  loadRoom(roomId: string): Promise<RoomState | null>;
  /** The same for one of many, which is not kept in memory. */
  lookAt(roomId: string): Promise<RoomState | null>;
  /** Everything that happened in a room, in order. */
  loadLog(roomId: string): Promise<LoggedEvent[]>;
  code: CodeTexts;
  signer: Signer;
  /** Keys of other servers. */
  keysOf: KeysOf;
  /** Whether this person may import one more file. Counts the attempt. */
  mayImport(principalId: string): Promise<boolean>;
  /** Whether this person may download one more file with several scorecards. Counts the attempt. */
  mayExport(principalId: string): Promise<boolean>;
  /** Whether this person may open one more replay. Counts the attempt. */
  mayReplay(principalId: string): Promise<boolean>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The texts of code exercises. */
export interface CodeTexts {
  /** The final text. */
  text(state: RoomState, askId: string): Promise<string>;
  /** Every update of a text, in order. */
  history(state: RoomState, askId: string): Promise<TextUpdate[]>;
}

/** The most other servers that this one asks for keys because of one file. */
const ISSUERS = 10;
const pageOf = (size: number) => Math.min(Math.max(size, 1), PAGE_MOST);

export function createReview(ports: ReviewPorts): Review {
  const { db, loadRoom, lookAt, loadLog, code, signer, keysOf, mayImport, mayExport, mayReplay, now } = ports;
  const replays = createReplays(loadLog, (roomId) => lastSeq(db, roomId));
  const keys = createOwnKeys(db, signer, now);
  const fewKeys = () => keysHereOr(signer.issuer, keys, atMost(ISSUERS, keysOf));
  const cardFor = async ({ state, round, viewer }: Entitled) =>
    scorecardFor(state, round.roundId, viewer.memberId, await textsOf(code, state, round));
  const cardOf = async (ids: readonly string[], place: Place, load = loadRoom) => {
    const of = await readEntitled(db, load, ids, place);
    return of && cardFor(of);
  };
  const exportedOf = async (ids: readonly string[], place: Place, load = loadRoom) => {
    if (isKept(place.roomId)) {
      const kept = await readableOne(db, ids, place.roomId);
      return kept?.entry.scorecard.round.roundId === place.roundId ? kept : null;
    }
    const scorecard = await cardOf(ids, place, load);
    return scorecard && { scorecard };
  };
  return {
    scorecard: (principal, roomId, roundId) => cardOf(idsOf(principal), { roomId, roundId }),
    ownFeedback: async (principal, place) => {
      const of = await readEntitled(db, loadRoom, idsOf(principal), place);
      return of && ownFeedbackOf(of);
    },
    looked: async (principal, place) => {
      const one = await exportedOf(idsOf(principal), place);
      if (!one) return null;
      if ('scorecard' in one) return isMadeUp(one) ? null : { card: one.scorecard, file: null };
      const { card, entry, signature } = one;
      return { card, file: { issuer: entry.issuer, signature } };
    },
    preview: async (principal, roomId, roundId, sharing) => {
      const state = await loadRoom(roomId);
      const member = state && memberByPrincipal(state, idsOf(principal));
      const round = state?.rounds.find((known) => known.roundId === roundId);
      if (!state || !member || !round || audienceOf(state, member.memberId) !== 'host') return null;
      const texts = await textsOf(code, state, round);
      return previewFor(state, roundId, member.memberId, sharing, now(), texts);
    },
    playback: async (principal, roomId, roundId, askId) => {
      const of = await readEntitled(db, loadRoom, idsOf(principal), { roomId, roundId });
      const ask = of?.round.asks.find((other) => other.askId === askId);
      if (!of || !ask?.code || ask.status === 'withdrawn') return null;
      return playbackFor(of.state, ask, of.viewer, await code.history(of.state, askId));
    },
    exported: async (principal, wish, form) => {
      const isOne =
        typeof wish === 'object' && ('keptId' in wish || ('rounds' in wish && wish.rounds.length < 2));
      if (!isOne && !(await mayExport(principal.id))) return 'often';
      // Publish the key, so that signatures from now on can be verified.
      await keys();
      const read = (ids: readonly string[], place: Place) => exportedOf(ids, place, lookAt);
      const cards = await exportedCards(db, idsOf(principal), wish, read, form);
      return cards && exportText(form, cards, signer, now());
    },
    replay: async (principal, roomId, roundId) => {
      const of = await readEntitled(db, loadRoom, idsOf(principal), { roomId, roundId });
      if (of && !(await mayReplay(principal.id))) return 'often';
      return of && replays({ roomId, roundId, memberId: of.viewer.memberId });
    },
    history: (principal, { cursor, size, ...filter }) =>
      historyPage(db, idsOf(principal), filter, cursor, pageOf(size)),
    latest: (principal, size) => latestScorecards(db, idsOf(principal), pageOf(size)),
    choices: (principal) => historyChoices(db, idsOf(principal)),
    trends: (principal, filter) => trendsOf(db, idsOf(principal), filter),
    questions: (principal) => heardQuestions(db, idsOf(principal)),
    aboutMe: (principal) => aboutMe(db, idsOf(principal)),
    packHealth: (principal, packId) => packHealth(db, idsOf(principal), packId),
    warmedUp: async (principal, roomId) =>
      warmedUpTogether(db, await loadRoom(roomId), idsOf(principal), now()),
    running: (principal) => runningRooms(db, idsOf(principal), loadRoom, now()),
    kept: {
      keep: async (principal, text) => {
        if (!(await mayImport(principal.id))) return null;
        return keepFile(db, idsOf(principal), text, fewKeys(), now());
      },
      check: async (principal, keptId) => {
        if (!(await mayImport(principal.id))) return 'often';
        return checkKept(db, idsOf(principal), keptId, fewKeys());
      },
      list: (principal, cursor, size) => keptBy(db, idsOf(principal), cursor, pageOf(size)),
      one: (principal, keptId) => keptOne(db, idsOf(principal), keptId),
      forget: (principal, keptId) => forgetKept(db, idsOf(principal), keptId),
    },
    shares: {
      make: (principal, place, wish) => makeShare(db, loadRoom, idsOf(principal), place, wish, now()),
      list: (principal, place) => sharesOf(db, loadRoom, idsOf(principal), place, now()),
      revoke: (principal, shareId) => revokeShare(db, idsOf(principal), shareId, now()),
      open: (token) => openShare(db, loadRoom, cardFor, token, now()),
      opened: (reader, token) => countOpening(db, loadRoom, reader ? idsOf(reader) : [], token, now()),
    },
    keys,
  };
}

async function lastSeq(db: Db, roomId: string): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

/** By ask: the code of each exercise as it was left. */
async function textsOf(code: CodeTexts, state: RoomState, round: Round): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { askId, code: written, status } of round.asks)
    if (written && status !== 'withdrawn') texts.set(askId, await code.text(state, askId));
  return texts;
}
