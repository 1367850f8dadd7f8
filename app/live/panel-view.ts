import type { CandidateView, PanelView } from '@/server/protocol/views';
import type { RoomView } from './live-state';

const room: PanelView['room'] = {
  roomId: '',
  title: '',
  format: 'peer',
  phase: 'lobby',
  packTitle: '',
  callLink: null,
  hostId: '',
  plannedAsks: 0,
  plannedExercises: 0,
  tryOut: false,
  alone: false,
  targetSeconds: 0,
};
const everybody = { room, roster: { members: {}, gone: {} }, round: null, clock: null, published: null };

const emptyPanel: PanelView = {
  ...everybody,
  asks: { liveAskId: null, asks: {} },
  agenda: { items: [], slots: [] },
  bank: { id: null },
  live: null,
  home: null,
  warmUp: null,
  codes: { asks: {} },
  reveals: { reveals: {} },
  channel: { messages: {} },
  verdicts: null,
  self: null,
  hands: { members: {} },
  closing: null,
};

const emptyCandidate: CandidateView = {
  ...everybody,
  prompt: null,
  code: null,
  progress: { asked: 0, planned: 0 },
  greenRoom: null,
  review: null,
};

/** The empty view bridges the moment in which a person's role changes under a mounted screen. */
export const panelOf = (view: RoomView): PanelView => ('asks' in view ? (view as PanelView) : emptyPanel);

export const candidateOf = (view: RoomView): CandidateView =>
  'progress' in view ? (view as CandidateView) : emptyCandidate;
