import type { Command } from '../protocol/commands';
import { ownOf } from '../protocol/in-order';
import type { PanelAsk } from '../protocol/view-asking';
import { EVERYTHING_SHARED } from '../protocol/words';
import { toCome } from '../room/rules';
import { liveAsk, panelistsWish } from './panelist';
import { clockOf, type PanelSight, SECOND_MS } from './sight';

/** Seconds: how long everybody waits for a visitor who does nothing, and how long people talk after a reveal. */
const PATIENCE = 75;
const TALK_OVER = 12;
/** Seconds that a visitor in the hot seat can go over their time, unless they raise their hand earlier. */
const OVERTIME = 60;
/**
 * Seconds without a change of theirs after which nobody waits for a visitor in the green room: once they have rated all
 * their answers, and before that; and how long they are waited for in any case.
 */
const DONE = 20;
const QUIET = 45;
const GREEN_ROOM = 300;

/** What a simulated host does next: steers, and sits on the panel too. */
export function hostsWish(sight: PanelSight): Command | null {
  return panelistsWish(sight) ?? steers(sight);
}

function steers(sight: PanelSight): Command | null {
  const { view, visitor } = sight;
  const { round } = view;
  if (!visitor.isHere) return null;
  if (!round) return sight.since('everybody here') > 4 ? { type: 'StartRound', candidateId: null } : null;
  switch (round.phase) {
    case 'asking':
      return asks(sight, round.roundId);
    case 'deliberating':
      return opensTheDebrief(sight, round.roundId);
    case 'debrief':
      return sight.since('debrief') > 15 && !isAtWork(sight) ? publishes(round.roundId) : null;
    case 'closed':
      return sight.since('closed') > 5 ? publishes(round.roundId) : null;
    case 'published':
      return null;
  }
}

const publishes = (roundId: string): Command => ({
  type: 'PublishRound',
  roundId,
  sharing: EVERYTHING_SHARED,
});

function asks(sight: PanelSight, roundId: string): Command | null {
  const ask = liveAsk(sight);
  if (ask && !ask.revealed) return reveals(sight, ask);
  if (ask && !isTalkedOver(sight, ask)) return null;
  if (!ask && sight.since('nothing asked') < 2) return null;
  return pushesNext(sight, ask) ?? { type: 'StartDeliberation', roundId };
}

function reveals(sight: PanelSight, ask: PanelAsk): Command | null {
  const { visitor, mine } = sight;
  const command: Command = { type: 'RevealRatings', askId: ask.askId };
  const isAnswered = !visitor.inHotSeat || visitor.handIsNews || isOverTime(sight, ask);
  if (!isAnswered || ask.rated === 0) return null;
  if (ask.rated === ask.of) return sight.since(`all rated ${ask.askId}`) > 2 ? command : null;
  // The others have rated; the visitor takes their time.
  const mineIsIn = ownOf(mine.asks, ask.askId)?.first != null;
  return mineIsIn && sight.since(`waiting ${ask.askId}`) > PATIENCE ? command : null;
}

function isOverTime(sight: PanelSight, { targetMs }: PanelAsk): boolean {
  return clockOf(sight) > targetMs / SECOND_MS + OVERTIME;
}

function isTalkedOver(sight: PanelSight, { askId }: PanelAsk): boolean {
  // A person in the hot seat sees nothing of the discussion.
  return sight.since(`revealed ${askId}`) > (sight.visitor.inHotSeat ? 3 : TALK_OVER);
}

/** The next question of the agenda; null when all were asked. */
export function pushesNext({ view }: Pick<PanelSight, 'view'>, live: PanelAsk | null): Command | null {
  const [itemId] = toCome(view.agenda.items, Object.values(view.asks.asks));
  return itemId ? { type: 'PushItem', itemId, liveAskId: live?.askId ?? null } : null;
}

function opensTheDebrief(sight: PanelSight, roundId: string): Command | null {
  const { view, visitor } = sight;
  const { verdicts } = view;
  if (!verdicts || verdicts.in === 0) return null;
  const waited = sight.since('deliberating');
  if (isAtWork(sight)) return null;
  if (verdicts.in === verdicts.of) return waited > 8 ? { type: 'OpenDebrief', roundId } : null;
  return waited > PATIENCE ? { type: 'ExcuseVerdict', roundId, memberId: visitor.id } : null;
}

/** Whether a visitor in the hot seat rates themselves or writes about the round: afterwards they no longer can. */
function isAtWork(sight: PanelSight): boolean {
  const { inHotSeat, workedAt, hasRatedThemselves } = sight.visitor;
  const waited = sight.since('deliberating');
  if (!inHotSeat || waited > GREEN_ROOM) return false;
  const quiet = workedAt === null ? waited : Math.min(waited, (sight.now - workedAt) / SECOND_MS);
  return quiet < (hasRatedThemselves ? DONE : QUIET);
}
