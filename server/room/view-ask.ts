import type { FollowUp } from '../protocol/pack';
import type { ClockSlice, GreenRoomSlice, ProgressSlice, PromptSlice } from '../protocol/views';
import { type Ask, currentRound, itemOf, liveAsk, memberOf, type RoomState } from './state';

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
    no: ask.no,
    kind: item.kind,
    prompt: item.prompt,
    code: item.kind === 'exercise' ? { language: item.language, text: item.original } : item.code,
    askedBy: memberOf(state, ask.askedBy)?.name ?? '',
    followUps: ask.followUps.flatMap(({ followUpId }) => {
      const followUp = item.followUps.find((known) => known.id === followUpId);
      return followUp ? [{ id: followUp.id, text: asTold(followUp) }] : [];
    }),
  };
}

/** A follow-up with the facts that are read to the candidate with it. */
function asTold({ text, facts }: FollowUp): string {
  return facts === null ? text : `${text}\n${facts}`;
}

/** How far the round is: of what comes, only how much. */
export function progressSlice(state: RoomState): ProgressSlice {
  const round = currentRound(state);
  return round ? progressOf(round.asks, round.agenda) : { asked: 0, planned: 0 };
}

export function progressOf(asks: readonly Ask[], agenda: readonly string[]): ProgressSlice {
  const asked = asks.filter((ask) => ask.status !== 'withdrawn');
  const toCome = agenda.filter((itemId) => !asked.some((ask) => ask.itemId === itemId));
  return { asked: asked.length, planned: asked.length + toCome.length };
}

export function greenRoomSlice(state: RoomState): GreenRoomSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  const asks = round.asks.filter((ask) => ask.status !== 'withdrawn');
  return {
    asks: asks.map((ask) => ({
      askId: ask.askId,
      no: ask.no,
      prompt: itemOf(state, ask.itemId)?.prompt ?? '',
    })),
  };
}
