import type { Context, Decision } from './decision';
import type { RoomEvent } from './events';
import { evolve } from './evolve';
import { type Ask, currentRound, type RoomState, ratersOf } from './state';

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
  const panel = ratersOf(state);
  const isIn = (memberId: string) => memberId in round.verdicts || round.excused.includes(memberId);
  const given = Object.keys(round.verdicts);
  if (panel.length === 0 || given.length === 0 || !panel.every(isIn)) return [];
  return [{ type: 'VerdictsOpened', roundId: round.roundId, panel: [...new Set([...panel, ...given])] }];
}

/** Ratings of an ask that was withdrawn or skipped stay closed. */
export function mayBeRevealed(ask: Ask): boolean {
  return ask.reveal === null && (ask.status === 'live' || ask.status === 'closed');
}
