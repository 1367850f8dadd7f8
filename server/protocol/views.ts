import { z } from 'zod';
import { callLink, settings, sharing, slot } from './commands';
import { askId, memberId, noteId, packKey, roomId, roundId } from './ids';
import { packItem } from './pack';
import { instant, offset, rating } from './units';
import { FORMATS, MARKS, ROLES, ROUND_PHASES, VERDICTS } from './words';

export const roomSlice = z.strictObject({
  roomId,
  title: z.string(),
  format: z.enum(FORMATS),
  phase: z.enum(['lobby', 'live', 'ended']),
  packTitle: z.string(),
  callLink,
  hostId: memberId,
  /** Asks planned for one candidate. */
  plannedAsks: z.int(),
  /** For one answer; null where each question has its own. An exercise always has its own. */
  targetSeconds: z.number().nullable(),
});
export type RoomSlice = z.infer<typeof roomSlice>;

export const rosterMember = z.strictObject({
  id: memberId,
  name: z.string(),
  role: z.enum(ROLES),
  ready: z.boolean(),
  /** Had the hot seat in a finished round. */
  sat: z.boolean(),
});
export const rosterSlice = z.strictObject({ members: z.array(rosterMember) });
export type RosterMember = z.infer<typeof rosterMember>;
export type RosterSlice = z.infer<typeof rosterSlice>;

export const roundSlice = z
  .strictObject({
    roundId,
    no: z.int().min(1),
    /** Rounds that this room has people for (peer); null in a led room. */
    of: z.int().nullable(),
    phase: z.enum(ROUND_PHASES),
    candidateId: memberId,
    /** Peer rooms: who is next in the hot seat. */
    nextId: memberId.nullable(),
    startedAt: instant,
    publishedAt: instant.nullable(),
  })
  .nullable();
export type RoundSlice = z.infer<typeof roundSlice>;

/** The server's clock of the live ask: time used = elapsedMs + (runningSince ? now − runningSince : 0). */
export const clockSlice = z
  .strictObject({
    askId,
    targetMs: z.number(),
    elapsedMs: z.number(),
    runningSince: instant.nullable(),
    /** The candidate asked for a moment. */
    moment: z.boolean(),
  })
  .nullable();
export type ClockSlice = z.infer<typeof clockSlice>;

/** What the candidate sees of the live ask: never its key points, context, anchors or reference. */
export const promptSlice = z
  .strictObject({
    askId,
    no: z.int().min(1),
    kind: z.enum(['question', 'exercise']),
    prompt: z.string(),
    code: z.strictObject({ language: z.string().nullable(), text: z.string() }).nullable(),
    askedBy: z.string(),
    followUps: z.array(z.strictObject({ id: packKey, text: z.string() })),
  })
  .nullable();
export type PromptSlice = z.infer<typeof promptSlice>;

export const panelAsk = z.strictObject({
  askId,
  itemId: packKey,
  no: z.int().min(1),
  askedBy: memberId,
  status: z.enum(['live', 'closed', 'skipped', 'withdrawn']),
  revealed: z.boolean(),
  pushedFollowUps: z.array(packKey),
  targetMs: z.number(),
  elapsedMs: z.number(),
  /** Counts only: who has rated is nobody's business before the reveal. */
  rated: z.int(),
  of: z.int(),
  /** Plain mean of the first ratings, after the reveal; null before, and when nobody assessed it. */
  mean: z.number().nullable(),
});
export const asksSlice = z.strictObject({ liveAskId: askId.nullable(), asks: z.array(panelAsk) });
export type PanelAsk = z.infer<typeof panelAsk>;
export type AsksSlice = z.infer<typeof asksSlice>;

/** The round's ordered items; in a peer lobby the slots, since nobody knows the questions yet. */
export const agendaSlice = z.strictObject({ items: z.array(packKey), slots: z.array(slot) });
export type AgendaSlice = z.infer<typeof agendaSlice>;

/** Everything that may be pushed in this round, whole. In a peer room only this candidate's pool. */
export const bankSlice = z.strictObject({
  /** As long as it is the same in a room, so is the bank. */
  id: z.string(),
  groups: z.array(z.strictObject({ id: packKey, title: z.string() })),
  items: z.array(packItem),
});
export type BankSlice = z.infer<typeof bankSlice>;

export const revealedRating = z.strictObject({
  memberId,
  first: z.strictObject({ value: rating, at: instant }).nullable(),
  second: z.strictObject({ value: rating, at: instant }).nullable(),
});
export const revealStats = z.strictObject({
  mean: z.number().nullable(),
  secondMean: z.number().nullable(),
  /** Highest minus lowest first rating; null below two ratings. */
  range: z.number().nullable(),
  /** Average deviation Σ|x−x̄|/k; null below two ratings. */
  ad: z.number().nullable(),
  flagged: z.boolean(),
  /** Whether a flagged disagreement goes with different ticks or with the same; null where too little was ticked. */
  cause: z.enum(['heard-differently', 'weighed-differently']).nullable(),
  /** Points that panelists ticked differently. */
  disputed: z.array(packKey),
});
export const reveal = z.strictObject({
  askId,
  at: instant,
  ratings: z.array(revealedRating),
  ticks: z.array(z.strictObject({ memberId, pointId: packKey, mark: z.enum(MARKS) })),
  /** Only the notes that their authors marked as shared. */
  notes: z.array(z.strictObject({ memberId, noteId, text: z.string(), atMs: offset })),
  stats: revealStats,
});
export const revealsSlice = z.strictObject({ reveals: z.array(reveal) });
export type Reveal = z.infer<typeof reveal>;
export type RevealStats = z.infer<typeof revealStats>;
export type RevealsSlice = z.infer<typeof revealsSlice>;

export const channelSlice = z.strictObject({
  messages: z.array(
    z.strictObject({ id: z.string(), memberId, name: z.string(), text: z.string(), at: instant }),
  ),
});
export type ChannelSlice = z.infer<typeof channelSlice>;

export const verdictsSlice = z
  .strictObject({
    in: z.int(),
    of: z.int(),
    excused: z.array(memberId),
    /** Null until all are in. */
    opened: z
      .array(z.strictObject({ memberId, verdict: z.enum(VERDICTS), rationale: z.string() }))
      .nullable(),
  })
  .nullable();
export type VerdictsSlice = z.infer<typeof verdictsSlice>;

/** From the debrief on: what the candidate said of themself in the green room. */
export const selfSlice = z
  .strictObject({
    ratings: z.array(z.strictObject({ askId, value: rating })),
    reflection: z.string().nullable(),
  })
  .nullable();
export type SelfSlice = z.infer<typeof selfSlice>;

export const handsSlice = z.strictObject({ members: z.array(memberId) });
export type HandsSlice = z.infer<typeof handsSlice>;

/** The host's own: the door and the settings. */
export const doorSlice = z.strictObject({
  waiting: z.array(z.strictObject({ id: memberId, name: z.string(), role: z.enum(ROLES) })),
  settings,
  /** Members who count in ratings and verdicts now. */
  raters: z.array(memberId),
  invites: z.array(
    z.strictObject({
      inviteId: z.string(),
      role: z.enum(ROLES),
      expiresAt: instant,
      revoked: z.boolean(),
      joined: z.int(),
    }),
  ),
});
export type DoorSlice = z.infer<typeof doorSlice>;

/** Count of asks so far and of the agenda: all that a candidate may know of what comes. */
export const progressSlice = z.strictObject({ asked: z.int(), planned: z.int() });
export type ProgressSlice = z.infer<typeof progressSlice>;

/** After publishing: what the candidate may open. */
export const publishedSlice = z.strictObject({ roundId, at: instant, sharing }).nullable();
export type PublishedSlice = z.infer<typeof publishedSlice>;

/** The candidate's green room: the asks to rate themself on. */
export const greenRoomSlice = z
  .strictObject({ asks: z.array(z.strictObject({ askId, no: z.int(), prompt: z.string() })) })
  .nullable();
export type GreenRoomSlice = z.infer<typeof greenRoomSlice>;

const everybody = { room: roomSlice, roster: rosterSlice, round: roundSlice, clock: clockSlice };

export const candidateView = z.strictObject({
  ...everybody,
  prompt: promptSlice,
  progress: progressSlice,
  greenRoom: greenRoomSlice,
  published: publishedSlice,
});
export const panelView = z.strictObject({
  ...everybody,
  asks: asksSlice,
  agenda: agendaSlice,
  bank: bankSlice,
  reveals: revealsSlice,
  channel: channelSlice,
  verdicts: verdictsSlice,
  self: selfSlice,
  hands: handsSlice,
  published: publishedSlice,
});
export const hostView = panelView.extend({ door: doorSlice });
export const waitingView = z.strictObject({
  room: z.strictObject({ title: z.string(), hostName: z.string() }),
});
export type CandidateView = z.infer<typeof candidateView>;
export type PanelView = z.infer<typeof panelView>;
export type HostView = z.infer<typeof hostView>;
export type WaitingView = z.infer<typeof waitingView>;
export type View = CandidateView | PanelView | HostView | WaitingView;

/** The schema of what an audience gets. Observers see what panelists see, and count nowhere. */
export const VIEW_SCHEMAS = {
  host: hostView,
  panelist: panelView,
  observer: panelView,
  candidate: candidateView,
  waiting: waitingView,
} as const;
