import type { ClockSlice, GreenRoomSlice, ProgressSlice, PromptSlice } from '../protocol/views';
import { currentRound, itemOf, liveAsk, memberOf, type RoomState } from './core/state';
import { counts, numberOf, progressOf } from './rules';

export function clockSlice(state: RoomState): ClockSlice {
  const ask = liveAsk(currentRound(state));
  if (!ask) return null;
  const { targetMs, elapsedMs, runningSince, moment } = ask.clock;
  return { askId: ask.askId, targetMs, elapsedMs, runningSince, moment };
}

/** The candidate's side of the live ask: the prompt, the code to improve, and the follow-ups that were pushed. */
export function promptSlice(state: RoomState): PromptSlice {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  if (!ask || !item) return null;
  return {
    askId: ask.askId,
    no: numberOf(ask.askId, currentRound(state)?.asks ?? []),
    kind: item.kind,
    prompt: item.prompt,
    code: item.kind === 'exercise' ? { language: item.language, text: item.original } : null,
    askedBy: memberOf(state, ask.askedBy)?.name ?? '',
    followUps: ask.followUps.flatMap(({ followUpId }) => {
      const followUp = item.followUps.find((known) => known.id === followUpId);
      return followUp ? [{ id: followUp.id, text: followUp.text }] : [];
    }),
  };
}

/** How far the round is: of what comes, only how much. */
export function progressSlice(state: RoomState): ProgressSlice {
  const round = currentRound(state);
  return round ? progressOf(round.agenda, round.asks) : { asked: 0, planned: 0 };
}

export function greenRoomSlice(state: RoomState): GreenRoomSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  const asks = round.asks.filter(counts);
  return {
    asks: asks.map((ask) => ({
      askId: ask.askId,
      no: numberOf(ask.askId, asks),
      prompt: itemOf(state, ask.itemId)?.prompt ?? '',
    })),
  };
}
