import type { Mine, MyAsk } from '../../protocol/mine';
import { isAlone } from '../alone';
import { myDecision } from '../closing';
import { myFeedback } from '../feedback';
import { findsOf } from '../finds';
import { selfRatings } from '../green-room';
import { myHomeCode } from '../home-reading';
import { isLate } from '../late';
import { myMarks } from '../listening';
import { myNotes } from '../notes';
import { scorecardIn } from '../publishing';
import { myRatings, raters } from '../rating';
import { lastGiven } from '../returning';
import { calledOffFor, hasStillToSit, lobbyOpensAt, startsAtFor } from '../schedule';
import { myWarmUp } from '../warm-up';
import { byId, followedByName, remembered, rememberedByName } from './remembered';
import { sceneOf } from './scene';
import {
  type Ask,
  audienceOf,
  currentRound,
  isInSeat,
  memberOf,
  type RoomState,
  roundOf,
  type Scene,
} from './state';

/** A person's own part of the current round; null for a person who is not in the room. */
export const mineOf = followedByName((state, memberId: string): Mine | null => {
  const seat = seatOf(sceneOf(state), memberId);
  if (!seat?.writes) return seat?.own ?? null;
  return withAsks(seat.own, writingOf(state, memberId).byId);
});

const withAsks = remembered(
  (own: Mine, asks: Mine['asks']) => [own, asks],
  (own, asks): Mine => ({ ...own, asks }),
);

interface Seat {
  own: Mine;
  /** Whether they are shown what they wrote on the asks of this round. */
  writes: boolean;
}

/** What stays the same while people write. */
const seatOf = rememberedByName((state: Scene, memberId: string): Seat | null => {
  const member = memberOf(state, memberId);
  const audience = audienceOf(state, memberId);
  if (!member || audience === null) return null;
  const round = currentRound(state);
  const inSeat = round !== undefined && isInSeat(state, memberId);
  // A led candidate's own words stay theirs once the seat is not; a peer reads their own on the scorecard.
  const own = inSeat ? round : member.role === 'candidate' ? roundOf(state, memberId) : undefined;
  const rates = raters(state).includes(memberId);
  const verdict = round?.verdicts[memberId];
  const setAside = round?.setAside[memberId];
  const reflection = own?.reflection;
  return {
    writes: round !== undefined && (!inSeat || isAlone(state)),
    own: {
      memberId,
      name: member.name,
      role: member.role,
      ready: member.ready,
      hand: member.hand,
      correctedAt: member.correctedAt,
      audience,
      satIn: roundOf(state, memberId)?.roundId ?? null,
      scorecardIn: scorecardIn(state, memberId),
      rates,
      late: rates && round !== undefined && isLate(state, round, memberId),
      mayReclaim: audience === 'panelist' && state.displacedHostId === memberId,
      feedback: myFeedback(state, member),
      ...myDecision(state, memberId),
      givenAt: lastGiven(member.moves),
      homeCode: myHomeCode(state, memberId),
      startsAt: startsAtFor(state, memberId),
      calledOff: calledOffFor(state, memberId),
      prepares: hasStillToSit(state, memberId),
      opensAt: lobbyOpensAt(state),
      warmUp: myWarmUp(state, memberId),
      asks: {},
      verdict: verdict ? { verdict: verdict.verdict, rationale: verdict.rationale } : null,
      setAside: setAside ? { verdict: setAside.verdict, rationale: setAside.rationale } : null,
      reflection: reflection ? { text: reflection.text, shared: reflection.shared } : null,
      selfRatings: selfRatings(own?.asks ?? []),
    },
  };
});

/** What a person wrote on the asks of the current round. */
interface Writing {
  asks: readonly Ask[];
  mine: readonly (MyAsk | null)[];
  byId: Mine['asks'];
}

/** Of each ask it keeps the same object until this person writes something there, whatever others do. */
const writingOf = followedByName((state, memberId: string, last: Writing | undefined): Writing => {
  const asks = currentRound(state)?.asks ?? [];
  const mine = asks.map((ask, index) => {
    const known = last?.mine[index];
    return known !== undefined && wroteTheSame(memberId, last?.asks[index], ask)
      ? known
      : myAsk(ask, memberId);
  });
  const isSame = mine.length === last?.mine.length && mine.every((one, index) => one === last.mine[index]);
  if (isSame) return { ...last, asks };
  const written = mine.flatMap((one) => one ?? []);
  return {
    asks,
    mine,
    byId: byId(
      written,
      ({ askId }) => askId,
      (one) => one,
    ),
  };
});

/** Whether a person's own part is the same in two states of one scene. What others write changes nothing in it. */
export function wroteNothing(before: RoomState, after: RoomState, memberId: string): boolean {
  const [asks, now] = [currentRound(before)?.asks, currentRound(after)?.asks];
  if (asks === now) return true;
  return now?.every((ask, index) => wroteTheSame(memberId, asks?.[index], ask)) ?? false;
}

function wroteTheSame(memberId: string, before: Ask | undefined, after: Ask): boolean {
  return (
    before === after ||
    (before?.askId === after.askId &&
      before.notes === after.notes &&
      before.ticks[memberId] === after.ticks[memberId] &&
      before.stars[memberId] === after.stars[memberId] &&
      before.finds[memberId] === after.finds[memberId] &&
      before.first[memberId] === after.first[memberId] &&
      before.second[memberId] === after.second[memberId])
  );
}

function myAsk(ask: Ask, memberId: string): MyAsk | null {
  const marks = myMarks(ask, memberId);
  const notes = myNotes(ask, memberId);
  const finds = findsOf(ask, memberId);
  const ratings = myRatings(ask, memberId);
  const written = [marks.ticks, marks.stars, notes, finds].some((part) => Object.keys(part).length > 0);
  if (!written && !ratings.first && !ratings.second) return null;
  return { askId: ask.askId, ...marks, notes, finds, ...ratings };
}
