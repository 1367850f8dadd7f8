import type { Mine } from '../protocol/mine';
import type { Sharing } from '../protocol/sharing';
import type { ClosingsSlice } from '../protocol/view-closing';
import type { PublishedSlice } from '../protocol/view-room';
import { EVERYTHING_SHARED } from '../protocol/words';
import { withRound } from './core/change';
import { type Commands, type Evolvers, host } from './core/concept';
import { accept, type Decision, nothing, reject } from './core/decision';
import { type InRound, inAnyRound } from './core/occasions';
import { byId, remembered } from './core/remembered';
import { currentRound, roundOf, type Scene } from './core/state';
import { calledByPanel } from './people';
import { isOver } from './rules';
import { participants, tookPart } from './taking-part';

/** What the candidate gets of a round, and from when until when. Peers get everything, for good. */

export type PublishingEvent =
  | { type: 'RoundPublished'; roundId: string; sharing: Sharing }
  | { type: 'SharingChanged'; roundId: string; sharing: Sharing }
  | { type: 'ScorecardWithdrawn'; roundId: string };

export interface PublishingPart {
  /** `at`: when it was published; what is shared may have changed since. */
  published: { at: number; sharing: Sharing } | null;
  /** What was shared earlier, and for how long: the candidate may have read or kept it. */
  sharedBefore: { sharing: Sharing; from: number; until: number }[];
}

export const notPublished: PublishingPart = { published: null, sharedBefore: [] };

export const commands: Commands<'PublishRound' | 'ChangeSharing' | 'WithdrawScorecard'> = {
  PublishRound: {
    may: host,
    afterEnd: true,
    decide: inAnyRound(({ state, round }, { roundId, sharing }) => {
      if (round.phase !== 'debrief' && round.phase !== 'closed') return reject('wrong-phase');
      const isPeer = state.settings.format === 'peer';
      return accept({ type: 'RoundPublished', roundId, sharing: isPeer ? EVERYTHING_SHARED : sharing });
    }),
  },
  ChangeSharing: {
    may: host,
    afterEnd: true,
    decide: ofPublished(({ published }, { roundId, sharing }) =>
      isSame(published.sharing, sharing) ? nothing : accept({ type: 'SharingChanged', roundId, sharing }),
    ),
  },
  WithdrawScorecard: {
    may: host,
    afterEnd: true,
    decide: ofPublished((_, { roundId }) => accept({ type: 'ScorecardWithdrawn', roundId })),
  },
};

type Published = InRound & { published: NonNullable<PublishingPart['published']> };

/** About a led round that is published. */
function ofPublished<C extends { roundId: string }>(decide: (occasion: Published, command: C) => Decision) {
  return inAnyRound((occasion: InRound, command: C) => {
    if (occasion.state.settings.format === 'peer') return reject('not-allowed');
    const { published } = occasion.round;
    return published ? decide({ ...occasion, published }, command) : reject('wrong-phase');
  });
}

function isSame(a: Sharing, b: Sharing): boolean {
  return Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value);
}

export const evolvers: Evolvers<PublishingEvent> = {
  RoundPublished: (state, { roundId, sharing }, { at }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      phase: 'published',
      closedAt: round.closedAt ?? at,
      participants: isOver(round.phase) ? round.participants : participants(state, round),
      published: { at, sharing },
    })),
  SharingChanged: (state, { roundId, sharing }, { at }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      published: { at: round.published?.at ?? at, sharing },
      sharedBefore: sharedUntil(round, at),
    })),
  ScorecardWithdrawn: (state, { roundId }, { at }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      phase: 'closed',
      published: null,
      sharedBefore: sharedUntil(round, at),
    })),
};

function sharedUntil({ published, sharedBefore }: PublishingPart, until: number) {
  if (!published) return sharedBefore;
  const last = sharedBefore.at(-1)?.until ?? 0;
  return [...sharedBefore, { sharing: published.sharing, from: Math.max(published.at, last), until }];
}

/** Says only that there is a scorecard to open; the scorecard itself decides what the viewer sees of it. */
export function publishedSlice(state: Scene): PublishedSlice {
  const round = currentRound(state);
  return round?.published ? { roundId: round.roundId, at: round.published.at } : null;
}

/**
 * The rounds of a led room that are over, for its host, who can publish each of them at any time. A host who joined after
 * a round sees no more of it than that.
 */
export const closingsSlice = remembered(
  (state: Scene) => [state.settings, state.members, state.hostId, ...overRounds(state)],
  (state): ClosingsSlice =>
    byId(
      overRounds(state),
      ({ roundId }) => roundId,
      (round) => {
        const isOpen = tookPart(round, state.hostId);
        return {
          roundId: round.roundId,
          no: round.no,
          candidate: calledByPanel(state)(round.candidateId),
          isOpen,
          decision: isOpen ? round.decision : null,
          published: round.published,
          sharedBefore: round.sharedBefore,
        };
      },
    ),
);

/** Whether a round's candidate has its scorecard, or had it before it was withdrawn. */
export const wasPublished = ({ published, sharedBefore }: PublishingPart): boolean =>
  published !== null || sharedBefore.length > 0;

const overRounds = ({ settings, rounds }: Scene) =>
  settings.format === 'led' ? rounds.filter(({ phase }) => isOver(phase)) : [];

/** A member's own round, if they have its scorecard. */
export function scorecardIn(state: Scene, memberId: string): Mine['scorecardIn'] {
  const round = roundOf(state, memberId);
  return round?.published ? round.roundId : null;
}
