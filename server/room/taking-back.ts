import { LIMITS } from '../protocol/words';
import { withHandsDown, withRound } from './core/change';
import { type Commands, type Evolvers, host } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { inRound } from './core/occasions';
import { type Member, memberOf, type RoomState } from './core/state';
import { withHost } from './host';
import { withVerdictsSetAside } from './verdicts';

/** Mistakes that the host can undo while that harms nobody. */

export type TakingBackEvent =
  /** `anew`: verdicts given so far are set aside; they were kept in an earlier version. */
  | { type: 'AskingResumed'; roundId: string; anew?: true }
  | { type: 'RoundDiscarded'; roundId: string }
  | { type: 'RoomReopened' };

export const commands: Commands<'ResumeAsking' | 'DiscardRound' | 'ReopenRoom'> = {
  ResumeAsking: {
    may: host,
    decide: inRound(({ round }, { roundId }) => {
      if (round.phase === 'asking') return nothing;
      if (round.phase !== 'deliberating') return reject('wrong-phase');
      if (round.verdictsOpened) return reject('verdicts-open');
      const { finishedOn } = round;
      return accept(
        { type: 'AskingResumed', roundId, anew: true },
        ...(finishedOn === null ? [] : [{ type: 'AskReturned' as const, askId: finishedOn }]),
      );
    }),
  },
  DiscardRound: {
    may: host,
    decide: inRound(({ state, round }, { roundId }) => {
      if (round.phase !== 'asking') return reject('wrong-phase');
      if (state.discarded.length >= LIMITS.discarded) return reject('too-many');
      // Ratings do not matter here: the candidate, who sees the round disappear, would learn whether anybody had rated.
      if (round.asks.length > 1) return reject('asked-already');
      return accept({ type: 'RoundDiscarded', roundId });
    }),
  },
  ReopenRoom: {
    may: host,
    afterEnd: true,
    decide({ state }) {
      if (state.phase !== 'ended') return nothing;
      const back = state.members.filter(({ status, turnedAway }) => status === 'declined' && turnedAway);
      return accept(
        { type: 'RoomReopened' },
        ...back.map(({ memberId }) => ({ type: 'MemberReturned' as const, memberId, waiting: true })),
      );
    },
  },
};

export const evolvers: Evolvers<TakingBackEvent> = {
  AskingResumed: (state, { roundId, anew }) =>
    withRound(state, roundId, (round) => ({
      ...(anew ? withVerdictsSetAside(round) : round),
      phase: 'asking',
    })),
  RoundDiscarded: (state, { roundId }) => {
    const rounds = state.rounds.filter((round) => round.roundId !== roundId);
    const returning = memberOf(state, state.hostReturnsTo);
    const returns = returning?.status === 'in' && returning.role === 'panelist';
    const hostId = returns ? returning.memberId : state.hostId;
    const calm = withHandsDown(state);
    return {
      ...calm,
      members: calm.members.map((member) => withoutRound(member, state, roundId)),
      phase: rounds.length > 0 ? 'live' : 'lobby',
      hostId,
      hosts: withHost(state, hostId),
      hostReturnsTo: null,
      rounds,
      discarded: [...state.discarded, ...state.rounds.filter((round) => round.roundId === roundId)],
    };
  },
  RoomReopened: (state) => ({ ...state, phase: state.rounds.length > 0 ? 'live' : 'lobby' }),
};

/** A member who was first let in during a discarded round is there from the start of the next one. */
function withoutRound(member: Member, { rounds }: RoomState, roundId: string): Member {
  const takesPartIn = member.takesPartIn === roundId ? null : member.takesPartIn;
  if (member.arrived?.rounds !== rounds.length) return { ...member, takesPartIn };
  return { ...member, takesPartIn, arrived: { rounds: rounds.length - 1, asks: 0 } };
}
