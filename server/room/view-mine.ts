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
import { isLate } from './late';
import type { Note } from './notes';
import { byId, rememberedByName } from './remembered';

/** A person's own part of the current round; null for somebody who is out. */
export const mineOf = rememberedByName((state: RoomState, memberId: string): Mine | null => {
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
    late: round !== undefined && isLate(state, round, memberId),
    mayReclaim: state.displacedHostId === memberId,
    asks: inSeat ? {} : myAsks(round, memberId),
    verdict: myVerdict(round, memberId),
    reflection: inSeat && round.reflection ? omitAt(round.reflection) : null,
    selfRatings: inSeat ? selfRatings(round) : {},
  };
});

function myAsks(round: Round | undefined, memberId: string): Mine['asks'] {
  const mine = (round?.asks ?? []).flatMap((ask) => myAsk(ask, memberId) ?? []);
  return byId(
    mine,
    ({ askId }) => askId,
    (ask) => ask,
  );
}

interface Kept {
  pieces: readonly unknown[];
  value: MyAsk | null;
}
const kept = new WeakMap<Note[], Map<string, Kept>>();

/** The same object again while this person wrote nothing on this ask, whatever others do there. */
function myAsk(ask: Ask, memberId: string): MyAsk | null {
  const of = kept.get(ask.notes) ?? new Map<string, Kept>();
  kept.set(ask.notes, of);
  const pieces = [
    ask.askId,
    ask.ticks[memberId],
    ask.stars[memberId],
    ask.first[memberId],
    ask.second[memberId],
  ];
  const last = of.get(memberId);
  if (last?.pieces.every((piece, index) => piece === pieces[index])) return last.value;
  const value = makeMyAsk(ask, memberId);
  of.set(memberId, { pieces, value });
  return value;
}

function makeMyAsk(ask: Ask, memberId: string): MyAsk | null {
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
    notes: byId(
      notes,
      ({ noteId }) => noteId,
      ({ noteId, text, atMs, shared, at }) => ({ noteId, text, atMs, shared, at }),
    ),
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

/** What the candidate gave their own answers. */
export function selfRatings(round: Round): Mine['selfRatings'] {
  return Object.fromEntries(
    round.asks.flatMap(({ askId, selfRating }) =>
      selfRating ? [[askId, { value: selfRating.value }] as const] : [],
    ),
  );
}
