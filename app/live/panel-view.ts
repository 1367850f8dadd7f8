import type { CandidateView, PanelView } from '@/server/protocol/views';
import type { Slices } from './replica';

const room: PanelView['room'] = {
  roomId: '',
  title: '',
  format: 'peer',
  phase: 'lobby',
  packTitle: '',
  callLink: null,
  hostId: '',
  plannedAsks: 0,
  targetSeconds: 0,
};
const everybody = { room, roster: { members: [] }, round: null, clock: null, published: null };

const emptyPanel: PanelView = {
  ...everybody,
  asks: { liveAskId: null, asks: [] },
  agenda: { items: [], slots: [] },
  bank: { id: '', groups: [], items: [] },
  reveals: { reveals: [] },
  channel: { messages: [] },
  verdicts: null,
  self: null,
  hands: { members: [] },
};

const emptyCandidate: CandidateView = {
  ...everybody,
  prompt: null,
  progress: { asked: 0, planned: 0 },
  greenRoom: null,
};

/** The empty view stands in for the blink in which a person's role changes under a mounted screen. */
export const panelOf = (slices: Slices): PanelView => ('asks' in slices ? (slices as PanelView) : emptyPanel);

export const candidateOf = (slices: Slices): CandidateView =>
  'progress' in slices ? (slices as CandidateView) : emptyCandidate;
