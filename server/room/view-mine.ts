import type { Mine, MyAsk } from '../protocol/mine';
import {
  type Ask,
  audienceOf,
  currentRound,
  memberOf,
  type RoomState,
  type Round,
  ratersOf,
  roundOf,
} from './core/state';

/** A person's own part of the current round; null for somebody who is out. */
export function mineOf(state: RoomState, memberId: string): Mine | null {
  const member = memberOf(state, memberId);
  const audience = audienceOf(state, memberId);
  if (!member || audience === null) return null;
  const round = currentRound(state);
  const inSeat = round?.candidateId === memberId;
  return {
    memberId,
    name: member.name,
    role: member.role,
    audience,
    ready: member.ready,
    hand: member.hand,
    satIn: roundOf(state, memberId)?.roundId ?? null,
    rates: ratersOf(state).includes(memberId),
    mayReclaim: state.displacedHostId === memberId,
    asks: inSeat ? [] : (round?.asks ?? []).flatMap((ask) => myAsk(ask, memberId) ?? []),
    verdict: myVerdict(round, memberId),
    reflection: inSeat && round.reflection ? omitAt(round.reflection) : null,
    selfRatings: inSeat ? selfRatings(round) : [],
  };
}

function myAsk(ask: Ask, memberId: string): MyAsk | null {
  const ticks = Object.entries(ask.ticks[memberId] ?? {});
  const notes = ask.notes.filter((note) => note.memberId === memberId);
  const first = ask.first[memberId];
  const second = ask.second[memberId];
  const stars = ask.stars[memberId] ?? {};
  const wroteNothing = ticks.length === 0 && notes.length === 0 && Object.keys(stars).length === 0;
  if (wroteNothing && !first && !second) return null;
  return {
    askId: ask.askId,
    ticks: Object.fromEntries(ticks.map(([pointId, tick]) => [pointId, tick.mark])),
    stars,
    notes: notes.map(({ noteId, text, atMs, shared, at }) => ({ noteId, text, atMs, shared, at })),
    first: first ? { value: first.value } : null,
    second: second ? { value: second.value } : null,
  };
}

function myVerdict(round: Round | undefined, memberId: string): Mine['verdict'] {
  const given = round?.verdicts[memberId];
  return given ? { verdict: given.verdict, rationale: given.rationale } : null;
}

function omitAt({ text, shared }: { text: string; shared: boolean }): Mine['reflection'] {
  return { text, shared };
}

function selfRatings(round: Round): Mine['selfRatings'] {
  return round.asks.flatMap((ask) =>
    ask.selfRating ? [{ askId: ask.askId, value: ask.selfRating.value }] : [],
  );
}
