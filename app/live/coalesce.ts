import type { Command, CommandType } from '@/server/protocol/commands';

/** Only the last of several unsent commands with the same key matters. Null means that each one counts. */
export function coalesceKey(command: Command): string | null {
  switch (command.type) {
    case 'WriteNote':
      return `note/${command.askId}/${command.noteId}`;
    case 'MarkPoint':
      return `point/${command.askId}/${command.pointId}`;
    case 'MarkStar':
      return `star/${command.askId}/${command.letter}`;
    case 'SubmitRating':
    case 'RateAgain':
      return `${command.type}/${command.askId}`;
    case 'RateSelf':
      return `self/${command.askId}`;
    case 'SubmitVerdict':
    case 'WriteReflection':
      return `${command.type}/${command.roundId}`;
    case 'SetAgenda':
    case 'SetReady':
    case 'RaiseHand':
      return command.type;
    default:
      return null;
  }
}

/** The newer of two with the same key. Its author went on from where the older one began, which was never saved. */
export function newerOf(older: Command, newer: Command): Command {
  const base = 'base' in older ? older.base : undefined;
  return 'base' in newer && newer.base !== undefined ? ({ ...newer, base } as Command) : newer;
}

/** What a command is about: two about the same are sent in their order. */
export function aboutOf(command: Command): string {
  if (command.type === 'DeleteNote') return `note/${command.askId}/${command.noteId}`;
  return coalesceKey(command) ?? command.type;
}

/**
 * `own`: about one's own work, which is worth sending at any time. `steering`: about the room, where late is wrong. A new
 * command must choose.
 */
const KINDS = {
  ChangeSettings: 'steering',
  SetAgenda: 'steering',
  OpenLobby: 'steering',
  SetReady: 'steering',
  AdmitMember: 'steering',
  AdmitEveryone: 'steering',
  DeclineMember: 'steering',
  LetBackIn: 'steering',
  GiveSeat: 'steering',
  ChangeRole: 'steering',
  RenameMember: 'steering',
  RemoveMember: 'steering',
  HandOverHost: 'steering',
  TakeOverHost: 'steering',
  ReclaimHost: 'steering',
  LeaveRoom: 'steering',
  RaiseHand: 'steering',
  EndRoom: 'steering',
  ReopenRoom: 'steering',
  StartRound: 'steering',
  DiscardRound: 'steering',
  PushItem: 'steering',
  PushFollowUp: 'steering',
  PauseClock: 'steering',
  ResumeClock: 'steering',
  AddTime: 'steering',
  WithdrawAsk: 'steering',
  SkipAsk: 'steering',
  ReturnToAsk: 'steering',
  TakeMoment: 'steering',
  MarkPoint: 'own',
  MarkStar: 'own',
  WriteNote: 'own',
  DeleteNote: 'own',
  SubmitRating: 'own',
  RateAgain: 'own',
  RevealRatings: 'steering',
  SendMessage: 'own',
  OpenHomeReading: 'steering',
  CloseHomeReading: 'steering',
  ReadHomeCode: 'steering',
  HandPen: 'steering',
  TakePen: 'steering',
  GiveHint: 'steering',
  AddFind: 'own',
  RemoveFind: 'own',
  PointAt: 'steering',
  ClearPoint: 'steering',
  ReportChecks: 'own',
  StartWarmUp: 'steering',
  RateSample: 'own',
  AgreeToOpen: 'steering',
  ShowSpread: 'steering',
  EndWarmUp: 'steering',
  FinishAnswer: 'steering',
  GoOnAnswering: 'steering',
  MarkOwnPoint: 'own',
  RateOwnAnswer: 'own',
  LeaveAnswer: 'steering',
  StartDeliberation: 'steering',
  ResumeAsking: 'steering',
  TakePart: 'steering',
  WriteReflection: 'own',
  RateSelf: 'own',
  SubmitVerdict: 'own',
  ExcuseVerdict: 'steering',
  UnexcuseVerdict: 'steering',
  OpenDebrief: 'steering',
  RecordDecision: 'steering',
  WriteFeedback: 'own',
  WriteSummary: 'own',
  CallCandidateBack: 'steering',
  PublishRound: 'steering',
  ChangeSharing: 'steering',
  WithdrawScorecard: 'steering',
} as const satisfies Record<CommandType, 'own' | 'steering'>;

/** Whether a command is about one's own work: it is sent however late it is, and "saved" speaks of it. */
export function keepsForLong(command: Command): boolean {
  return KINDS[command.type] === 'own';
}
