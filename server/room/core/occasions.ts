import { isOver } from '../rules';
import type { Occasion } from './concept';
import { type Decision, reject } from './decision';
import { type Ask, currentRound, findAsk, liveAsk, memberOf, type Round } from './state';

/** Shared beginnings of deciders: each finds the round or the ask that a command is about, or rejects the command. */

type About<O, C> = (occasion: O, command: C) => Decision;

export interface InRound extends Occasion {
  round: Round;
}

/** About the newest round, which the command names. */
export function inRound<C extends { roundId: string }>(decide: About<InRound, C>): About<Occasion, C> {
  return (occasion, command) => {
    const round = currentRound(occasion.state);
    if (!round) return reject('no-round');
    return round.roundId === command.roundId
      ? decide({ ...occasion, round }, command)
      : reject('wrong-phase');
  };
}

/** About any round of the room, which the command names. */
export function inAnyRound<C extends { roundId: string }>(decide: About<InRound, C>): About<Occasion, C> {
  return (occasion, command) => {
    const round = occasion.state.rounds.find(({ roundId }) => roundId === command.roundId);
    return round ? decide({ ...occasion, round }, command) : reject('no-round');
  };
}

/** About the newest round while it is asking. */
export function whileAsking<C>(decide: About<InRound, C>): About<Occasion, C> {
  return (occasion, command) => {
    const round = currentRound(occasion.state);
    if (!round) return reject('no-round');
    return round.phase === 'asking' ? decide({ ...occasion, round }, command) : reject('wrong-phase');
  };
}

export interface OnAsk extends InRound {
  ask: Ask;
}

/** About the live ask, which the command names. */
export function onLiveAsk<C extends { askId: string }>(decide: About<OnAsk, C>): About<Occasion, C> {
  return whileAsking((occasion, command: C) => {
    const ask = liveAsk(occasion.round);
    return ask?.askId === command.askId ? decide({ ...occasion, ask }, command) : reject('not-live');
  });
}

/** About any ask of any round. */
export function onAnyAsk<C extends { askId: string }>(decide: About<OnAsk, C>): About<Occasion, C> {
  return (occasion, command) => {
    const found = findAsk(occasion.state, command.askId);
    return found ? decide({ ...occasion, ...found }, command) : reject('not-found');
  };
}

/** About an ask to which the member listened: never the hot seat, nor a candidate on the bench. */
export function onHeardAsk<C extends { askId: string }>(decide: About<OnAsk, C>): About<Occasion, C> {
  const heard = onAnyAsk((occasion, command: C) =>
    occasion.round.candidateId === occasion.by ? reject('not-allowed') : decide(occasion, command),
  );
  // A led candidate gets the same answer about an ask that does not exist: otherwise they could count the others'.
  return (occasion, command) =>
    memberOf(occasion.state, occasion.by)?.role === 'candidate'
      ? reject('not-allowed')
      : heard(occasion, command);
}

/** The same, until its round is over. */
export function onUnfinishedAsk<C extends { askId: string }>(decide: About<OnAsk, C>): About<Occasion, C> {
  return onHeardAsk((occasion, command: C) =>
    isOver(occasion.round.phase) ? reject('wrong-phase') : decide(occasion, command),
  );
}
