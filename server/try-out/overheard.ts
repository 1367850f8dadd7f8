import type { Mark } from '../protocol/words';
import {
  currentRound,
  isInSeat,
  itemOf,
  liveAsk,
  memberOf,
  type RoomState,
  type TryOut,
} from '../room/core/state';
import { counts } from '../room/rules';
import { type Heard, madeUp } from './answers';
import { type Pace, saidTo } from './said';

/** What a person who practises alone tells their panel of a finished answer: their marks, and that they have rated it. */
export interface OwnAnswer {
  marks: Readonly<Record<string, Mark>>;
  isRated: boolean;
}

/** What reaches simulated people besides their own frame. */
export interface Overheard {
  /** What there is to hear of the live question; null before there is one. */
  heard: Heard | null;
  /** Of somebody who practises alone; null while they answer, and in every other room. */
  answer: OwnAnswer | null;
  /** As far as anybody sees who sits beside them: not what they rate or write. */
  visitor: {
    id: string;
    inHotSeat: boolean;
    isReady: boolean;
    handIsUp: boolean;
    liveAskId: string | null;
    /** When (ms) they last rated an answer of theirs or wrote about the round in the green room; null before. */
    workedAt: number | null;
    /** In the green room: they have rated, or skipped, all of their answers. */
    hasRatedThemselves: boolean;
  };
}

/**
 * The one way past the frames: what people in a room would hear of each other. The simulated panel hears the candidate, and
 * a person who practises alone lets their panel know which points they made, though no rating and no note. Nothing else
 * of the room's state reaches a simulated person.
 */
export function overheard(state: RoomState, tryOut: TryOut, pace: Pace): Overheard {
  const { visitorId, alone } = tryOut;
  return {
    heard: heardOf(state, tryOut, pace),
    answer: alone ? ownAnswer(state, visitorId) : null,
    visitor: visitorIn(state, visitorId),
  };
}

function visitorIn(state: RoomState, visitorId: string): Overheard['visitor'] {
  const visitor = memberOf(state, visitorId);
  const round = currentRound(state);
  const inHotSeat = isInSeat(state, visitorId);
  const answers = inHotSeat ? (round?.asks.filter(counts) ?? []) : [];
  const written = inHotSeat ? round?.reflection : null;
  const times = [written, ...answers.map(({ selfRating }) => selfRating)].flatMap((work) => work?.at ?? []);
  return {
    id: visitorId,
    inHotSeat,
    isReady: visitor?.ready ?? false,
    handIsUp: visitor?.status === 'in' && visitor.hand,
    liveAskId: round?.liveAskId ?? null,
    workedAt: times.length > 0 ? Math.max(...times) : null,
    hasRatedThemselves: inHotSeat && answers.every(({ selfRating }) => selfRating !== null),
  };
}

/** Seconds after which the panel has heard enough of an answer that nobody hears. */
const UNHEARD = 24;

/** What anybody in the room hears of the answer to the live question: of a visitor’s own, nothing, so it is made up. */
function heardOf(state: RoomState, { visitorId, seed }: TryOut, pace: Pace): Heard | null {
  const round = currentRound(state);
  const ask = liveAsk(round);
  const item = ask && itemOf(state, ask.itemId);
  if (!item) return null;
  if (isInSeat(state, visitorId)) return { ...madeUp(item, seed), seconds: UNHEARD };
  const { heard, seconds } = saidTo(item, { seed, isFirst: round?.asks[0] === ask, pace });
  return { ...(heard ?? madeUp(item, seed)), seconds };
}

function ownAnswer(state: RoomState, visitorId: string): OwnAnswer | null {
  const ask = liveAsk(currentRound(state));
  if (!ask?.finished) return null;
  const ticks = Object.entries(ask.ticks[visitorId] ?? {});
  return {
    marks: Object.fromEntries(ticks.map(([pointId, { mark }]) => [pointId, mark])),
    isRated: visitorId in ask.first,
  };
}
