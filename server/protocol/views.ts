import { z } from 'zod';
import { candidateCode, homeSlice, panelCodes } from './code';
import { aloneReview } from './view-alone';
import {
  agendaSlice,
  asksSlice,
  bankSlice,
  clockSlice,
  liveSlice,
  progressSlice,
  promptSlice,
} from './view-asking';
import { closingSlice, closingsSlice } from './view-closing';
import {
  channelSlice,
  greenRoomSlice,
  handsSlice,
  revealsSlice,
  selfSlice,
  verdictsSlice,
} from './view-judging';
import { doorSlice, publishedSlice, roomSlice, rosterSlice, roundSlice } from './view-room';
import { warmUpSlice } from './view-warm-up';

/** What each audience may see, composed of its parts. */

const everybody = { room: roomSlice, roster: rosterSlice, round: roundSlice, clock: clockSlice };

export const candidateView = z.strictObject({
  ...everybody,
  prompt: promptSlice,
  code: candidateCode,
  progress: progressSlice,
  greenRoom: greenRoomSlice,
  review: aloneReview,
  published: publishedSlice,
});
export const panelView = z.strictObject({
  ...everybody,
  asks: asksSlice,
  agenda: agendaSlice,
  bank: bankSlice,
  live: liveSlice,
  codes: panelCodes,
  home: homeSlice,
  warmUp: warmUpSlice,
  reveals: revealsSlice,
  channel: channelSlice,
  verdicts: verdictsSlice,
  self: selfSlice,
  hands: handsSlice,
  closing: closingSlice,
  published: publishedSlice,
});
export const hostView = panelView.extend({ door: doorSlice, closings: closingsSlice });
export const waitingView = z.strictObject({
  room: z.strictObject({ title: z.string(), hostName: z.string() }),
});
export type CandidateView = z.infer<typeof candidateView>;
export type PanelView = z.infer<typeof panelView>;
export type HostView = z.infer<typeof hostView>;
export type WaitingView = z.infer<typeof waitingView>;
export type View = CandidateView | PanelView | HostView | WaitingView;

/** The schema of an audience's view. Observers see what panelists see, and count nowhere. */
export const VIEW_SCHEMAS = {
  host: hostView,
  panelist: panelView,
  observer: panelView,
  candidate: candidateView,
  waiting: waitingView,
} as const;
