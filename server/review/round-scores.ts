import type { ScorecardHeadline, ScorecardMove } from '../protocol/scorecard';
import { type RoundKind, UNGROUPED } from '../protocol/words';
import { type Ask, itemOf, type RoomState, type Round } from '../room/core/state';
import { counts } from '../room/rules';
import { firstRatings, lastRatings, mean } from '../room/scoring';

export interface Competency {
  groupId: string;
  title: string;
  weight: number;
  weightReason: string | null;
  /** Asked and not skipped. */
  asks: Ask[];
}

/** What a scorecard is about: an ask that was withdrawn never happened. */
export function shownAsks(round: Round): Ask[] {
  return round.asks.filter(counts);
}

/** A practice and a try-out are marked as such wherever a panel would show its format. */
export function kindOf({ settings, tryOut }: RoomState): RoundKind {
  if (tryOut) return tryOut.alone ? 'alone' : 'simulated';
  return settings.format;
}

export function groupIdOf(state: RoomState, ask: Ask): string {
  return itemOf(state, ask.itemId)?.groupId ?? UNGROUPED;
}

/** The competencies that a round touched, in the order of the pack, even if all their asks were skipped. */
export function competenciesOf(state: RoomState, round: Round): Competency[] {
  const shown = shownAsks(round);
  const ungrouped = { id: UNGROUPED, title: 'Code exercises', weight: 1, weightReason: null };
  return [...state.pack.groups, ungrouped].flatMap(({ id, title, weight, weightReason }) => {
    const all = shown.filter((ask) => groupIdOf(state, ask) === id);
    const asks = all.filter((ask) => ask.status !== 'skipped');
    return all.length === 0 ? [] : [{ groupId: id, title, weight, weightReason, asks }];
  });
}

/** Ratings per ask, with the lowest and highest first rating. Pass one person to leave the others out. */
export function competencyScores(competency: Competency, only?: string) {
  const asks = seenBy(competency.asks, only);
  const first = asks.flatMap(firstRatings);
  return {
    first: mean(first),
    second: mean(asks.flatMap(lastRatings)),
    ratings: first.length,
    lowest: first.length > 0 ? Math.min(...first) : null,
    highest: first.length > 0 ? Math.max(...first) : null,
  };
}

/** The people who gave a first rating that is a number, by member id, in the order of these. */
export function ratersOf({ asks }: Competency): string[] {
  const panel = new Set(asks.flatMap((ask) => ask.reveal?.panel ?? []));
  return [...panel]
    .filter((memberId) => seenBy(asks, memberId).some((ask) => firstRatings(ask).length > 0))
    .sort();
}

/** The asks with everybody's ratings, or with only one person's. */
function seenBy(asks: readonly Ask[], only: string | undefined): Ask[] {
  return only === undefined ? [...asks] : asks.flatMap((ask) => alone(ask, only));
}

function alone(ask: Ask, memberId: string): Ask[] {
  if (!ask.reveal?.panel.includes(memberId)) return [];
  return [{ ...ask, reveal: { ...ask.reveal, panel: [memberId] } }];
}

/**
 * The headline number: the plain mean of all independent first ratings (1 to 5), where a rating counts as often as the
 * pack's `weight` of its competency says: once, unless it says otherwise. The second mean is computed in the same way
 * from the same people's last ratings. Not assessed, skipped and withdrawn count nowhere (docs/decisions/0007).
 */
export function headlineMean(ratings: readonly { value: number; weight: number }[]): number | null {
  const weights = ratings.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return ratings.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
}

export function headlineOf(competencies: readonly Competency[]): ScorecardHeadline {
  const asks = competencies.flatMap((competency) => competency.asks);
  const panel = [...new Set(asks.flatMap((ask) => ask.reveal?.panel ?? []))];
  return {
    ...headlineMeans(competencies),
    people: panel.flatMap((memberId) => {
      const { first, second } = headlineMeans(competencies, memberId);
      return first === null && second === null ? [] : [{ memberId, first, second }];
    }),
    moves: asks.flatMap(movesOf),
  };
}

function headlineMeans(competencies: readonly Competency[], only?: string) {
  const weighed = (ratingsOf: (ask: Ask) => number[]) =>
    competencies.flatMap(({ asks, weight }) =>
      seenBy(asks, only)
        .flatMap(ratingsOf)
        .map((value) => ({ value, weight })),
    );
  const first = weighed(firstRatings);
  return { first: headlineMean(first), second: headlineMean(weighed(lastRatings)), ratings: first.length };
}

/** Second ratings that differ from the first, by the people who counted. Where the first assessed nothing, nobody moved. */
function movesOf(ask: Ask): ScorecardMove[] {
  return (ask.reveal?.panel ?? []).flatMap((memberId) => {
    const second = ask.second[memberId];
    const from = ask.first[memberId]?.value;
    return !second || typeof from !== 'number' || second.value === from
      ? []
      : [{ askId: ask.askId, memberId, from, to: second.value }];
  });
}
