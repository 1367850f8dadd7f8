import type { CandidateView, HostView, PanelView, View, WaitingView } from '../../protocol/views';
import type { FullFrame, PresenceFrame } from '../../protocol/wire';
import { reviewSlice } from '../alone';
import { asksSlice, promptSlice } from '../asking';
import { bankSlice, liveSlice } from '../bank';
import { clockSlice } from '../clock';
import { closingSlice } from '../closing';
import { candidateCodeSlice, panelCodesSlice } from '../code';
import { greenRoomSlice, selfSlice } from '../green-room';
import { homeSlice } from '../home-reading';
import { doorSlice } from '../joining';
import { handsSlice, peopleFor, rosterSlice } from '../people';
import { closingsSlice, publishedSlice } from '../publishing';
import { revealsSlice } from '../reveal';
import { candidateRound, progressSlice, roundSlice } from '../round';
import { agendaSlice, benchRoom, candidateRoom, roomSlice } from '../setup';
import { channelSlice } from '../side-channel';
import { verdictsSlice } from '../verdicts';
import { warmUpSlice } from '../warm-up';
import { assertNever } from './assert-never';
import { mineOf } from './mine';
import { followed, followedByName, remembered } from './remembered';
import { sceneOf } from './scene';
import { audienceOf, type Channel, channelOf, memberOf, type RoomState, type Scene } from './state';

/**
 * What a channel may see, built from nothing: a slice that is not named here is not sent. The same pieces of state give the
 * same parts, and the same parts the same view.
 */
export const viewOf = followedByName((state, channel: Channel): View => {
  switch (channel) {
    case 'host':
      return hostView(state);
    case 'panel':
      return panelView(state);
    case 'candidate':
      return candidateView(state);
    case 'bench':
      return benchView(sceneOf(state));
    case 'waiting':
      return waitingView(state);
    default:
      return assertNever(channel);
  }
});

function candidateView(state: RoomState): CandidateView {
  const [scene, review] = [candidateScene(sceneOf(state)), reviewSlice(state)];
  return review ? withReview(scene, review) : scene;
}

const withReview = remembered(
  (scene: CandidateView, review: CandidateView['review']) => [scene, review],
  (scene, review): CandidateView => ({ ...scene, review }),
);

const candidateScene = remembered(
  (state: Scene) => [state],
  (state): CandidateView => ({
    room: candidateRoom(state),
    roster: rosterSlice(state, 'candidate'),
    round: candidateRound(state),
    clock: clockSlice(state),
    prompt: promptSlice(state),
    code: candidateCodeSlice(state),
    progress: progressSlice(state),
    greenRoom: greenRoomSlice(state),
    review: null,
    published: publishedSlice(state),
  }),
);

/** Nothing of another person's round: its questions may be theirs next, and its answers are not their business. */
const benchView = remembered(
  (state: Scene) => [state],
  (state): CandidateView => ({
    room: benchRoom(state),
    roster: rosterSlice(state, 'bench'),
    round: null,
    clock: null,
    prompt: null,
    code: null,
    progress: { asked: 0, planned: 0 },
    greenRoom: null,
    review: null,
    published: null,
  }),
);

export const panelView = followed((state) => {
  const written = { asks: asksSlice(state), reveals: revealsSlice(state), channel: channelSlice(state) };
  return withWritten(panelScene(sceneOf(state)), written);
});

type Written = Pick<PanelView, 'asks' | 'reveals' | 'channel'>;

const withWritten = remembered(
  (scene: Omit<PanelView, keyof Written>, { asks, reveals, channel }: Written) => [
    scene,
    asks,
    reveals,
    channel,
  ],
  (scene, written): PanelView => ({ ...scene, ...written }),
);

const panelScene = remembered(
  (state: Scene) => [state],
  (state): Omit<PanelView, keyof Written> => ({
    room: roomSlice(state),
    roster: rosterSlice(state, 'panel'),
    round: roundSlice(state, 'panel'),
    clock: clockSlice(state),
    agenda: agendaSlice(state),
    bank: bankSlice(state),
    live: liveSlice(state),
    codes: panelCodesSlice(state),
    home: homeSlice(state),
    warmUp: warmUpSlice(state),
    verdicts: verdictsSlice(state),
    self: selfSlice(state),
    hands: handsSlice(state),
    closing: closingSlice(state),
    published: publishedSlice(state),
  }),
);

function hostView(state: RoomState): HostView {
  return { ...panelView(state), ...hostOnly(sceneOf(state)) };
}

/** What the host sees in addition to the panel's view. */
export const hostOnly = remembered(
  (state: Scene) => [state],
  (state): Pick<HostView, 'door' | 'closings'> => ({
    door: doorSlice(state),
    closings: closingsSlice(state),
  }),
);

function waitingView(state: RoomState): WaitingView {
  return {
    room: { title: state.settings.title, hostName: memberOf(state, state.hostId)?.name ?? '' },
  };
}

/** The frame of this number with everything that a member may see at an instant; null when that is nothing. */
export function fullFrame(state: RoomState, memberId: string, at: number, n = 1): FullFrame | null {
  const audience = audienceOf(state, memberId);
  const channel = channelOf(state, memberId);
  const mine = mineOf(state, memberId);
  if (audience === null || channel === null || mine === null) return null;
  return { n, audience, view: viewOf(state, channel), mine, at };
}

/** Since when (ms since the epoch) members have been away, if that is known; connected members are not in it. */
export type Away = ReadonlyMap<string, number | 'unknown'>;

/** Which of the people that a channel may know about are connected. A person for whom this is unknown is in neither list. */
export function presenceOf(state: RoomState, channel: Channel, awaySince: Away): PresenceFrame {
  const ids = peopleFor(state, channel).map((member) => member.memberId);
  return {
    here: ids.filter((id) => !awaySince.has(id)),
    away: ids.flatMap((id) => {
      const since = awaySince.get(id);
      return typeof since === 'number' ? [{ id, since }] : [];
    }),
  };
}
