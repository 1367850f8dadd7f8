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
import { answerTo, type Heard, heardIn, madeUp } from './answers';

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
  visitor: {
    id: string;
    inHotSeat: boolean;
    isReady: boolean;
    /** While a question is live, which one; everyone in the room sees both. */
    handIsUp: boolean;
    liveAskId: string | null;
  };
}

/**
 * The one way past the frames: what people in a room would hear of each other. The simulated panel hears the candidate, and
 * a person who practises alone lets their panel know which points they made, though no rating and no note. Nothing else
 * of the room's state reaches a simulated person.
 */
export function overheard(state: RoomState, tryOut: TryOut): Overheard {
  const { visitorId, alone } = tryOut;
  const visitor = memberOf(state, visitorId);
  return {
    heard: heardOf(state, tryOut),
    answer: alone ? ownAnswer(state, visitorId) : null,
    visitor: {
      id: visitorId,
      inHotSeat: isInSeat(state, visitorId),
      isReady: visitor?.ready ?? false,
      handIsUp: visitor?.status === 'in' && visitor.hand,
      liveAskId: currentRound(state)?.liveAskId ?? null,
    },
  };
}

/** What anybody in the room hears of the answer to the live question. */
function heardOf(state: RoomState, { visitorId, seed }: TryOut): Heard | null {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  if (!item) return null;
  const answer = isInSeat(state, visitorId) ? null : answerTo(item, seed);
  return answer ? heardIn(answer) : madeUp(item, seed);
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
