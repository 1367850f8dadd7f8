import type { Context, Decision } from './decision';
import type { RoomEvent } from './events';
import { evolve } from './evolve';
import { type Ask, currentRound, type RoomState, type Round, ratersOf } from './state';

/** Adds what follows of itself from a decision: automatic reveals, and verdicts that open once all are in. */
export function consequences(
  state: RoomState | null,
  decision: Extract<Decision, { ok: true }>,
  context: Context,
): Decision {
  if (decision.events.length === 0) return decision;
  const after = fold(state, decision.events, context);
  if (!after) return decision;
  return { ok: true, events: [...decision.events, ...automaticReveals(after), ...openedVerdicts(after)] };
}

function fold(state: RoomState | null, events: RoomEvent[], context: Context): RoomState | null {
  return events.reduce<RoomState | null>((now, event) => evolve(now, event, context), state);
}

function automaticReveals(state: RoomState): RoomEvent[] {
  const round = currentRound(state);
  if (!state.settings.autoReveal || !round || round.phase === 'published') return [];
  const panel = ratersOf(state);
  if (panel.length === 0) return [];
  return round.asks
    .filter((ask) => mayBeRevealed(ask) && panel.every((memberId) => memberId in ask.first))
    .map((ask) => ({ type: 'AskRevealed', askId: ask.askId, panel }));
}

function openedVerdicts(state: RoomState): RoomEvent[] {
  const round = currentRound(state);
  if (round?.phase !== 'deliberating' || round.verdictsOpened) return [];
  if (Object.keys(round.verdicts).length === 0 || !allVerdictsAreIn(state, round)) return [];
  return [{ type: 'VerdictsOpened', roundId: round.roundId, panel: verdictPanel(state, round) }];
}

/** Every rater has given a verdict or is excused. */
export function allVerdictsAreIn(state: RoomState, round: Round): boolean {
  return ratersOf(state).every((memberId) => memberId in round.verdicts || round.excused.includes(memberId));
}

/** Whose verdicts open together: the raters, and whoever gave one and has left since. */
export function verdictPanel(state: RoomState, round: Round): string[] {
  return [...new Set([...ratersOf(state), ...Object.keys(round.verdicts)])];
}

/** Ratings of an ask that was withdrawn or skipped stay closed. */
export function mayBeRevealed(ask: Ask): boolean {
  return ask.reveal === null && (ask.status === 'live' || ask.status === 'closed');
}
