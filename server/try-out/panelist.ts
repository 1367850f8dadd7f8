import type { Command } from '../protocol/commands';
import { inOrder, ownOf } from '../protocol/in-order';
import type { MyAsk } from '../protocol/mine';
import type { PanelAsk } from '../protocol/view-asking';
import type { Reveal } from '../protocol/view-judging';
import type { Mark } from '../protocol/words';
import { chanceOf, type Heard } from './answers';
import { fittingFollowUp } from './follow-up';
import { clockOf, type PanelSight } from './sight';

type Item = NonNullable<PanelSight['view']['live']>['item'];

/** How far from the pack's own rating each of them rates: they differ, and none is far off. */
const MANNERS = [0, -1, 1, 0];

/** What a panelist does next; null while there is nothing to do. */
export function panelistsWish(sight: PanelSight): Command | null {
  const { round } = sight.view;
  if (!round) return inTheLobby(sight);
  if (round.phase === 'asking') return listens(sight) ?? movesTowards(sight);
  if (round.phase === 'deliberating') return judges(sight, round.roundId);
  return null;
}

function inTheLobby(sight: PanelSight): Command | null {
  const { view, mine } = sight;
  if (!mine.ready && view.room.phase === 'lobby') return { type: 'SetReady', ready: true };
  return warmsUp(sight);
}

/** Seconds that a sample answer takes to read. */
const READS = 10;

/** Rates the samples of a warm-up after reading them, and agrees to open the ratings. */
function warmsUp(sight: PanelSight): Command | null {
  const { view, mine, seed, no } = sight;
  if (view.warmUp?.kind !== 'open' || !mine.rates) return null;
  const { samples, spread } = view.warmUp;
  const rated = mine.warmUp?.ratings.length ?? 0;
  const next = samples[rated];
  if (!next) return spread && !mine.warmUp?.agreed ? { type: 'AgreeToOpen' } : null;
  if (sight.since(`sample ${next.text}`) < READS + lag(sight, next.prompt)) return null;
  const value = 2 + chanceOf(seed, next.prompt, String(no)).int(3);
  return { type: 'RateSample', no: next.no, value };
}

function listens(sight: PanelSight): Command | null {
  const { view, mine, heard, no } = sight;
  const ask = liveAsk(sight);
  const item = view.live?.item;
  if (!ask || ask.revealed || !item || !heard || !mine.rates) return null;
  const talk = heard.seconds;
  const own = ownOf(mine.asks, ask.askId);
  // Nobody hears a visitor, so a raised hand ends their answer.
  const isOver = sight.visitor.inHotSeat && sight.visitor.handIsNews;
  const time = isOver ? talk * 2 : clockOf(sight);
  const { askId } = ask;
  // Each person marks at different moments during the answer, and marks missed points at its end.
  const points = item.points.map(({ id }, at) => ({ id, mark: markOf(id, heard, sight), at }));
  const step = talk / (points.length + 1);
  const due = points.find(
    ({ id, mark, at }) =>
      ownOf(own?.ticks ?? {}, id) === undefined &&
      time > (mark === 'missed' ? talk : step * (at + 1)) + lag(sight, id),
  );
  if (due) return { type: 'MarkPoint', askId, pointId: due.id, mark: due.mark };
  const followUp = followsUp(sight, ask, item, talk);
  if (followUp) return followUp;
  const note = heard.notes[no % heard.notes.length];
  if (note && time > talk * 0.7 + no && Object.keys(own?.notes ?? {}).length === 0)
    return writes(sight, askId, note);
  if (!own?.first && time > talk + 2 + lag(sight, 'rating'))
    return { type: 'SubmitRating', askId, value: ratingOf(heard, no) };
  return null;
}

/** The panelist who asks a follow-up, one in each round; and seconds into the answer of a person, whom nobody hears. */
const ASKS_MORE = 1;
const AFTER_A_WHILE = 45;

function followsUp(
  { view, mine, no, visitor, ...sight }: PanelSight,
  ask: PanelAsk,
  item: Item,
  talk: number,
): Command | null {
  const isEarly = clockOf({ view, ...sight }) < (visitor.inHotSeat ? AFTER_A_WHILE : talk * 0.6);
  if (no !== ASKS_MORE || isEarly) return null;
  if (inOrder(view.asks.asks).some(({ pushedFollowUps }) => pushedFollowUps.length > 0)) return null;
  const own = ownOf(mine.asks, ask.askId);
  const followUp = fittingFollowUp(item, own?.ticks ?? {}, []) ?? item.followUps[0];
  return followUp ? { type: 'PushFollowUp', askId: ask.askId, followUpId: followUp.id } : null;
}

function writes({ seed, no, now, view, visitor }: PanelSight, askId: string, text: string): Command {
  const noteId = `note-${chanceOf(seed, askId, String(no)).token(10)}`;
  const since = view.clock?.runningSince ?? null;
  const atMs = Math.round((view.clock?.elapsedMs ?? 0) + (since === null ? 0 : now - since));
  // A visitor in the hot seat sees evidence on the scorecard; nobody else is there to see it.
  const share = visitor.inHotSeat ? 'candidate' : 'panel';
  return { type: 'WriteNote', askId, noteId, text, atMs, share };
}

/** One of them hears less than the others, so that the tick ledger shows a difference. */
function markOf(pointId: string, { heard, partial }: Heard, { no }: PanelSight): Mark {
  if (heard.includes(pointId)) return no === 1 && pointId === heard.at(-1) ? 'partial' : 'heard';
  return partial.includes(pointId) ? 'partial' : 'missed';
}

function ratingOf({ rating }: Heard, no: number): number {
  return Math.min(5, Math.max(1, rating + (MANNERS[no % MANNERS.length] ?? 0)));
}

/** Up to three seconds later than possible. */
function lag({ seed, no }: PanelSight, what: string): number {
  return chanceOf(seed, String(no), what).next() * 3;
}

/** After the reveal, the panelist furthest from the mean moves a step closer. */
function movesTowards(sight: PanelSight): Command | null {
  const { view, mine, visitor } = sight;
  const ask = liveAsk(sight);
  const reveal = ask && ownOf(view.reveals.reveals, ask.askId);
  const own: MyAsk | undefined = ask ? ownOf(mine.asks, ask.askId) : undefined;
  if (!ask || !reveal || !own?.first || own.second) return null;
  if (furthest(reveal, visitor.id) !== mine.memberId || sight.since(`revealed ${ask.askId}`) < 4) return null;
  const first = own.first.value;
  const mean = reveal.stats.mean;
  if (first === null || mean === null) return null;
  return { type: 'RateAgain', askId: ask.askId, value: first + Math.sign(mean - first) };
}

function furthest({ ratings, stats: { mean } }: Reveal, visitorId: string): string | null {
  if (mean === null) return null;
  const far = inOrder(ratings)
    .filter(({ memberId, first }) => memberId !== visitorId && first?.value != null)
    .map(({ memberId, first }) => ({ memberId, away: Math.abs((first?.value ?? mean) - mean) }))
    .sort((a, b) => b.away - a.away);
  const [one] = far;
  return one && one.away >= 0.5 ? one.memberId : null;
}

function judges(sight: PanelSight, roundId: string): Command | null {
  const { view, mine, no } = sight;
  if (mine.verdict || !mine.rates || sight.since('deliberating') < 4 + no * 2) return null;
  const firsts = Object.values(mine.asks).flatMap(({ first }) => first?.value ?? []);
  const mean = firsts.reduce((sum, value) => sum + value, 0) / (firsts.length || 1);
  const verdict = mean >= 4.3 ? 'strong-yes' : mean >= 3 ? 'yes' : mean >= 2 ? 'no' : 'strong-no';
  const asks = inOrder(view.asks.asks);
  const best = asks.toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0))[0]?.group;
  const rationale = `Mostly by what was heard${best ? ` on ${best}, the strongest of ${asks.length}` : ''}.`;
  return { type: 'SubmitVerdict', roundId, verdict, rationale };
}

export function liveAsk({ view }: Pick<PanelSight, 'view'>): PanelAsk | null {
  const { liveAskId, asks } = view.asks;
  return (liveAskId === null ? null : ownOf(asks, liveAskId)) ?? null;
}
