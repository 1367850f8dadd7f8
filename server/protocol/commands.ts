import { z } from 'zod';
import {
  checkReport,
  codeLanguage,
  codeMode,
  codePlace,
  findText,
  homeHours,
  lineRange,
  pointedTo,
  pointerText,
  runSet,
} from './code';
import { typedName } from './display-name';
import { askId, commandId, memberId, noteId, packKey, roundId } from './ids';
import { sharing } from './sharing';
import { instant, rating } from './units';
import { DECISIONS, FORMATS, LIMITS, MARKS, NOTE_SHARES, ROLES, STAR_LETTERS, VERDICTS } from './words';

/**
 * One line. Control characters become spaces: a cell of a spreadsheet is pasted with its tab, and PostgreSQL does not accept a
 * NUL in text.
 */
const line = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\p{Cc}/gu, ' '))
    .trim()
    .min(1)
    .max(max);
const prose = (max: number) => z.string().max(max);
/** The saved text from which its author went on. If it is named, nothing else that was saved since is written over. */
const base = (max: number) => prose(max).optional();
const seconds = z.int().min(LIMITS.targetMin).max(LIMITS.targetMax);

/** A call link is http(s) only: it is shown as a link to everybody in the room. */
export const callLink = z
  .url({ protocol: /^https?$/ })
  .max(LIMITS.link)
  .nullable();

/** One place of a peer agenda: any unheard question, or code exercise, of this competency or of any (null). */
export const slot = z.strictObject({
  groupId: packKey.nullable(),
  /** A question if it is missing. */
  kind: z.enum(['question', 'exercise']).optional(),
});
export type Slot = z.infer<typeof slot>;

export const settings = z.strictObject({
  title: line(LIMITS.title),
  format: z.enum(FORMATS),
  /** Led rooms: item ids in order. Peer rooms make an agenda for each round from `slots`. */
  agenda: z.array(packKey).max(LIMITS.agenda),
  slots: z.array(slot).max(LIMITS.agenda),
  /** Seconds for one answer; null means each question's own target, or 180 if it has none. */
  targetSeconds: seconds.nullable(),
  /** Peer rooms: questions of the nearest level are dealt first; null means any level. */
  level: z.string().min(1).max(40).nullable(),
  callLink,
  waitingRoom: z.boolean(),
  autoReveal: z.boolean(),
  /** False: the host only steers, and takes no part in ratings and verdicts. */
  hostRates: z.boolean(),
  /** When the next round is meant to begin (ms since the epoch); null if that is open. */
  startsAt: instant.int().min(0).max(8_640_000_000_000_000).nullable(),
  /** Led rooms: whether a candidate who prepares sees the pack's checklist, by which a shipped pack can be found. */
  sharesChecklist: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

const byType = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** Every command of a member. The room answers each with an acknowledgement. */
export const command = z.discriminatedUnion('type', [
  // The room and its people
  byType('ChangeSettings', {
    settings: settings.omit({ format: true, agenda: true }).partial(),
  }),
  byType('SetAgenda', { items: z.array(packKey).max(LIMITS.agenda) }),
  byType('OpenLobby', {}),
  byType('SetReady', { ready: z.boolean() }),
  byType('AdmitMember', { memberId }),
  byType('AdmitEveryone', {
    /** Those whom the host saw waiting; everybody who waits if it is missing. */
    members: z.array(memberId).max(LIMITS.members).optional(),
  }),
  byType('DeclineMember', { memberId }),
  byType('LetBackIn', { memberId }),
  byType('GiveSeat', { memberId, seatOf: memberId }),
  byType('ChangeRole', { memberId, role: z.enum(ROLES) }),
  byType('RenameMember', { memberId, name: typedName }),
  byType('RemoveMember', { memberId }),
  byType('HandOverHost', { memberId }),
  byType('TakeOverHost', {}),
  byType('ReclaimHost', {}),
  byType('LeaveRoom', {}),
  byType('RaiseHand', { raised: z.boolean() }),
  byType('EndRoom', {}),
  byType('ReopenRoom', {}),
  // The round
  byType('StartRound', { candidateId: memberId.nullable() }),
  byType('DiscardRound', { roundId }),
  byType('PushItem', {
    itemId: packKey,
    liveAskId: askId.nullable(),
    /** How an exercise is run; a review if it is missing. */
    mode: codeMode.optional(),
    /** The language of a scratch pad. */
    language: codeLanguage.optional(),
  }),
  byType('PushFollowUp', { askId, followUpId: packKey }),
  byType('PauseClock', { askId }),
  byType('ResumeClock', { askId }),
  byType('AddTime', { askId, seconds: z.int().min(15).max(600) }),
  byType('WithdrawAsk', { askId }),
  byType('SkipAsk', { askId }),
  byType('ReturnToAsk', { askId }),
  byType('TakeMoment', { askId }),
  // Listening
  byType('MarkPoint', { askId, pointId: packKey, mark: z.enum(MARKS).nullable() }),
  byType('MarkStar', { askId, letter: z.enum(STAR_LETTERS), atMs: z.int().min(0).nullable() }),
  byType('WriteNote', {
    askId,
    noteId,
    text: prose(LIMITS.note),
    atMs: z.int().min(0),
    share: z.enum(NOTE_SHARES),
    base: base(LIMITS.note),
  }),
  byType('DeleteNote', { askId, noteId }),
  byType('SubmitRating', { askId, value: rating }),
  byType('RateAgain', { askId, value: rating }),
  byType('RevealRatings', { askId }),
  byType('SendMessage', { roundId, text: line(LIMITS.message) }),
  // Code
  byType('OpenHomeReading', {
    itemId: packKey,
    /** How long it is open, from now; a day if it is missing. */
    hours: homeHours.optional(),
  }),
  byType('CloseHomeReading', {}),
  byType('ReadHomeCode', {}),
  byType('HandPen', { askId, memberId }),
  byType('TakePen', { askId }),
  byType('GiveHint', { askId, no: z.int().min(1).max(20) }),
  byType('AddFind', {
    askId,
    findId: noteId,
    text: findText,
    lines: lineRange.nullable(),
    place: codePlace.optional(),
    atMs: z.int().min(0),
  }),
  byType('RemoveFind', { askId, findId: noteId }),
  byType('PointAt', {
    askId,
    lines: lineRange,
    place: codePlace.optional(),
    text: pointerText,
    to: pointedTo,
  }),
  byType('ClearPoint', { askId, to: pointedTo }),
  byType('ReportChecks', { askId, set: runSet, ...checkReport.shape }),
  // Before a round
  byType('StartWarmUp', {}),
  byType('RateSample', { no: z.int().min(1).max(9), value: z.int().min(1).max(5) }),
  byType('AgreeToOpen', {}),
  byType('ShowSpread', {}),
  byType('EndWarmUp', {}),
  // Practising alone
  byType('FinishAnswer', { askId }),
  byType('GoOnAnswering', { askId }),
  byType('MarkOwnPoint', {
    askId,
    pointId: packKey,
    mark: z.enum(MARKS).nullable(),
    /** Into the answer, as its recording has it; null for a mark that was made without listening. */
    atMs: z.int().min(0).nullable(),
  }),
  byType('RateOwnAnswer', { askId, value: rating }),
  byType('LeaveAnswer', { askId }),
  // Deliberation
  byType('StartDeliberation', { roundId }),
  byType('ResumeAsking', { roundId }),
  byType('TakePart', { roundId }),
  byType('WriteReflection', {
    roundId,
    text: prose(LIMITS.reflection),
    shared: z.boolean(),
    base: base(LIMITS.reflection),
  }),
  byType('RateSelf', { askId, value: rating }),
  byType('SubmitVerdict', {
    roundId,
    verdict: z.enum(VERDICTS),
    rationale: prose(LIMITS.rationale),
    /** Of the rationale. */
    base: base(LIMITS.rationale),
  }),
  byType('ExcuseVerdict', { roundId, memberId }),
  byType('UnexcuseVerdict', { roundId, memberId }),
  byType('OpenDebrief', { roundId }),
  // Closing
  byType('RecordDecision', {
    roundId,
    decision: z.enum(DECISIONS),
    why: prose(LIMITS.rationale),
    /** When the decision that it replaces was recorded (null: none was). If it is named, no other one is replaced. */
    replaces: instant.nullable().optional(),
  }),
  byType('WriteFeedback', {
    roundId,
    keepDoing: prose(LIMITS.feedback),
    workOn: prose(LIMITS.feedback),
    base: z.strictObject({ keepDoing: prose(LIMITS.feedback), workOn: prose(LIMITS.feedback) }).optional(),
  }),
  byType('WriteSummary', { roundId, text: prose(LIMITS.feedback), base: base(LIMITS.feedback) }),
  byType('CallCandidateBack', { roundId }),
  byType('PublishRound', { roundId, sharing }),
  byType('ChangeSharing', { roundId, sharing }),
  byType('WithdrawScorecard', { roundId }),
]);
export type Command = z.infer<typeof command>;
export type CommandType = Command['type'];

export const commandBody = z.strictObject({ commandId, command });
export type CommandBody = z.infer<typeof commandBody>;
