import type { CommandType } from '../protocol/commands';
import type { Audience } from '../protocol/words';

const host: readonly Audience[] = ['host'];
const panel: readonly Audience[] = ['host', 'panelist'];
const listeners: readonly Audience[] = ['host', 'panelist', 'observer'];
const admitted: readonly Audience[] = ['host', 'panelist', 'observer', 'candidate'];
const candidate: readonly Audience[] = ['candidate'];

/** Who may ask for what, by what they are at that moment. `decide` asks this table before anything else. */
export const MAY: Record<CommandType, readonly Audience[]> = {
  ChangeSettings: host,
  SetAgenda: host,
  SetReady: admitted,
  AdmitMember: host,
  DeclineMember: host,
  ChangeRole: host,
  RemoveMember: host,
  HandOverHost: host,
  TakeOverHost: ['panelist'],
  ReclaimHost: ['panelist'],
  LeaveRoom: [...admitted, 'waiting'],
  RaiseHand: admitted,
  EndRoom: host,
  StartRound: host,
  PushItem: panel,
  PushFollowUp: panel,
  PauseClock: panel,
  ResumeClock: [...panel, 'candidate'],
  AddTime: panel,
  WithdrawAsk: panel,
  SkipAsk: panel,
  ReturnToAsk: panel,
  TakeMoment: candidate,
  MarkPoint: listeners,
  MarkStar: listeners,
  // Whoever listened, or sat in the hot seat, in an earlier round may have words still to send: for notes and
  // reflections `decide` looks at the round they are about.
  WriteNote: admitted,
  DeleteNote: listeners,
  SubmitRating: listeners,
  RateAgain: listeners,
  RevealRatings: host,
  SendMessage: listeners,
  StartDeliberation: host,
  WriteReflection: admitted,
  RateSelf: candidate,
  SubmitVerdict: panel,
  ExcuseVerdict: host,
  OpenDebrief: host,
  PublishRound: host,
};

/** What a candidate may do in the hot seat alone: never from the bench, in somebody else's round. */
export const SEAT_ONLY: readonly CommandType[] = ['ResumeClock', 'TakeMoment'];

/** What a member may still do in a room that has ended: keep what they had written, and go. */
export const MAY_AFTER_END: readonly CommandType[] = ['WriteNote', 'WriteReflection', 'LeaveRoom'];
