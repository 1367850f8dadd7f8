import type { Mine, MyAsk } from '../../protocol/mine';
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
import { byId, remembered, rememberedByName } from './remembered';
import {
  type Ask,
  audienceOf,
  currentRound,
  isInSeat,
  type Member,
  memberOf,
  type RoomState,
  type Round,
  roundOf,
} from './state';

/** A person's own part of the current round; null for a person who is not in the room. */
export const mineOf = rememberedByName((state: RoomState, memberId: string): Mine | null => {
  const member = memberOf(state, memberId);
  const audience = audienceOf(state, memberId);
  if (!member || audience === null) return null;
  const round = currentRound(state);
  const inSeat = round !== undefined && isInSeat(state, memberId);
  // A led candidate's own words stay theirs once the seat is not; a peer reads their own on the scorecard.
  const own = inSeat ? round : member.role === 'candidate' ? roundOf(state, memberId) : undefined;
  const rates = raters(state).includes(memberId);
  return mine(member, {
    audience,
    satIn: roundOf(state, memberId)?.roundId ?? null,
    scorecardIn: scorecardIn(state, memberId),
    rates,
    late: rates && round !== undefined && isLate(state, round, memberId),
    mayReclaim: audience === 'panelist' && state.displacedHostId === memberId,
    verdict: round?.verdicts[memberId],
    setAside: round?.setAside[memberId],
    feedback: myFeedback(state, member),
    ...myDecision(state, memberId),
    givenAt: lastGiven(member.moves),
    homeCode: myHomeCode(state, memberId),
    startsAt: startsAtFor(state, memberId),
    calledOff: calledOffFor(state, memberId),
    prepares: hasStillToSit(state, memberId),
    opensAt: lobbyOpensAt(state),
    warmUp: myWarmUp(state, memberId),
    reflection: own?.reflection ?? null,
    asks: !round || (inSeat && !state.tryOut?.alone) ? [] : myAsks(round.asks, memberId),
    rated: own?.asks ?? [],
  });
});

interface Parts
  extends Pick<
    Mine,
    | 'audience'
    | 'satIn'
    | 'scorecardIn'
    | 'rates'
    | 'late'
    | 'mayReclaim'
    | 'feedback'
    | 'decision'
    | 'joinedAfter'
    | 'givenAt'
    | 'homeCode'
    | 'startsAt'
    | 'calledOff'
    | 'prepares'
    | 'opensAt'
    | 'warmUp'
  > {
  verdict: Round['verdicts'][string] | undefined;
  setAside: Round['setAside'][string] | undefined;
  reflection: Round['reflection'];
  asks: MyAsk[];
  /** What the hot seat may have rated. */
  rated: Ask[];
}

const mine = remembered(
  (member: Member, { asks, rated, ...parts }: Parts) => [member, ...Object.values(parts), ...asks, ...rated],
  (member, { verdict, setAside, reflection, asks, rated, ...parts }): Mine => ({
    memberId: member.memberId,
    name: member.name,
    role: member.role,
    ready: member.ready,
    hand: member.hand,
    correctedAt: member.correctedAt,
    ...parts,
    asks: byId(
      asks,
      ({ askId }) => askId,
      (ask) => ask,
    ),
    verdict: verdict ? { verdict: verdict.verdict, rationale: verdict.rationale } : null,
    setAside: setAside ? { verdict: setAside.verdict, rationale: setAside.rationale } : null,
    reflection: reflection ? { text: reflection.text, shared: reflection.shared } : null,
    selfRatings: selfRatings(rated),
  }),
);

const myAsks = rememberedByName((asks: Ask[], memberId: string): MyAsk[] =>
  asks.flatMap((ask) => myAsk(ask, memberId) ?? []),
);

interface Kept {
  pieces: readonly unknown[];
  value: MyAsk | null;
}
const kept = new WeakMap<Ask['clock'], Map<string, Kept>>();

/** Gives the same object until this person writes something on this ask, whatever others do there. */
const myAsk = rememberedByName((ask: Ask, memberId: string): MyAsk | null => {
  const of = kept.get(ask.clock) ?? new Map<string, Kept>();
  kept.set(ask.clock, of);
  const pieces = [
    ask.askId,
    ask.notes,
    ask.ticks[memberId],
    ask.stars[memberId],
    ask.finds[memberId],
    ask.first[memberId],
    ask.second[memberId],
  ];
  const last = of.get(memberId);
  if (last?.pieces.every((piece, index) => piece === pieces[index])) return last.value;
  const value = makeMyAsk(ask, memberId);
  of.set(memberId, { pieces, value });
  return value;
});

function makeMyAsk(ask: Ask, memberId: string): MyAsk | null {
  const marks = myMarks(ask, memberId);
  const notes = myNotes(ask, memberId);
  const finds = findsOf(ask, memberId);
  const ratings = myRatings(ask, memberId);
  const written = [marks.ticks, marks.stars, notes, finds].some((part) => Object.keys(part).length > 0);
  if (!written && !ratings.first && !ratings.second) return null;
  return { askId: ask.askId, ...marks, notes, finds, ...ratings };
}
