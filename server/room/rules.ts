import type { CodeMode, LineRange } from '../protocol/code';
import type { Slot } from '../protocol/commands';
import type { Exercise, PackItem } from '../protocol/pack';
import type { ClockSlice, PanelAsk, ProgressSlice } from '../protocol/view-asking';
import type { Audience, Mark, Role, RoundDecision, RoundPhase, Verdict } from '../protocol/words';

/*
 * The rules by which the room decides and screens show things, each written once for both. The browser uses this file
 * too, so it imports only types of the protocol.
 */

/** Whether the panel is done with the round: the next one can start, and the ratings stay as they are. */
export function isOver(phase: RoundPhase): boolean {
  return phase === 'closed' || phase === 'published';
}

/** How long before a room's time its lobby opens (ms). */
const OPENS_BEFORE = 15 * 60_000;

/** When the lobby of a room with this time opens by itself (ms since the epoch). */
export function opensAt(startsAt: number): number {
  return startsAt - OPENS_BEFORE;
}

const A_MINUTE = 60_000;
const DAYS_AHEAD = 90;

/** Whether a room can be given this time now (both ms since the epoch): the minute that is running still counts. */
export function isGoodTime(startsAt: number, now: number): boolean {
  return startsAt > now - A_MINUTE && startsAt <= now + DAYS_AHEAD * 24 * 60 * A_MINUTE;
}

/** Whether a verdict goes against the decision. No verdict goes against hold or none. */
export function isDissent(decision: RoundDecision, verdict: Verdict): boolean {
  const isFor = verdict === 'yes' || verdict === 'strong-yes';
  return (decision === 'advance' && !isFor) || (decision === 'decline' && isFor);
}

export type AskStatus = PanelAsk['status'];

/** The host, and the panelist who asked, steer an ask: its clock, withdraw, skip. */
export function maySteer(audience: Audience | null, memberId: string, askedBy: string): boolean {
  return audience === 'host' || (audience === 'panelist' && memberId === askedBy);
}

/** Whether a member rates in a round: not from the hot seat, and not as a host who only steers. */
export function isOnPanel(role: Role, isInSeat: boolean, steersOnly: boolean): boolean {
  return role === 'panelist' && !isInSeat && !steersOnly;
}

/** Observers rate too, for practice: their ratings are kept for them alone and count nowhere. */
export function mayRate(audience: Audience | null, isRater: boolean): boolean {
  return audience === 'observer' || isRater;
}

/** Whether an ask is withdrawn or skipped: nobody rates such an ask, and its ratings stay closed. */
export function isSetAside(status: AskStatus): boolean {
  return status === 'withdrawn' || status === 'skipped';
}

/** Whether an ask accepts first ratings. */
export function isRateable(status: AskStatus, isRevealed: boolean): boolean {
  return !isRevealed && !isSetAside(status);
}

/** Whether an ask that `rated` raters have rated can be revealed. */
export function isRevealable(rated: number, status: AskStatus, isRevealed: boolean): boolean {
  return rated > 0 && isRateable(status, isRevealed);
}

type Asked = Pick<PanelAsk, 'itemId' | 'status'>;

/** A withdrawn ask was asked by mistake: it counts in no number of asks. */
export function counts({ status }: Pick<Asked, 'status'>): boolean {
  return status !== 'withdrawn';
}

/** An ask's number, from 1, among those that count. */
export function numberOf(askId: string, asks: readonly Pick<PanelAsk, 'askId' | 'status'>[]): number {
  return asks.filter(counts).findIndex((ask) => ask.askId === askId) + 1;
}

/**
 * Items of the agenda that are still to come, in its order. A withdrawn item is not one of them: the candidate heard
 * it, and it cannot be pushed again.
 */
export function toCome(agenda: readonly string[], asks: readonly Asked[]): string[] {
  return agenda.filter((itemId) => !asks.some((ask) => ask.itemId === itemId));
}

/** How far a round is: the number of asks so far, and that number with those still to come. */
export function progressOf(agenda: readonly string[], asks: readonly Asked[]): ProgressSlice {
  const asked = asks.filter(counts).length;
  return { asked, planned: asked + toCome(agenda, asks).length };
}

type RunningClock = Pick<NonNullable<ClockSlice>, 'elapsedMs' | 'runningSince'>;

/** Milliseconds used for an answer at an instant (ms since the epoch, the server's clock). */
export function usedMs({ elapsedMs, runningSince }: RunningClock, at: number): number {
  return elapsedMs + (runningSince === null ? 0 : Math.max(0, at - runningSince));
}

/**
 * Milliseconds of an ask as the panel counts them: until its reveal, where the record stops. The clock itself runs on,
 * since it must not show the candidate a reveal.
 */
export function answerMs(
  ask: Pick<PanelAsk, 'askId' | 'revealed' | 'elapsedMs'>,
  clock: ClockSlice,
  at: number,
): number {
  return ask.revealed || clock?.askId !== ask.askId ? ask.elapsedMs : usedMs(clock, at);
}

/** An item's difficulty (1 to 6; 3 if its pack does not say) and the seconds planned for it. */
export interface ItemLoad {
  difficulty: number;
  seconds: number;
}

const QUESTION_SECONDS = 180;
const EXERCISE_SECONDS = 600;
const MIDDLE = 3;

/** People's words for the steps, from the first job on. If a level has several of them, the highest counts. */
const STEPS: [RegExp, number][] = [
  [/\b(?:principal|distinguished|fellow)\b/i, 6],
  [/\b(?:staff|lead|architect|expert)\b/i, 5],
  [/\b(?:senior|sr|advanced|hard)\b/i, 4],
  [/\b(?:mid|middle|medium|intermediate|regular)\b/i, 3],
  [/\b(?:junior|jr|beginner|easy|entry)\b/i, 2],
  [/\b(?:intern|trainee|graduate)\b/i, 1],
];

export function difficultyOf(level: string | null): number {
  return stepOf(level) ?? MIDDLE;
}

function stepOf(level: string | null): number | undefined {
  return STEPS.find(([words]) => words.test(level ?? ''))?.[1];
}

/**
 * Steps between an item's level and the wanted one; 0 if any will do. An unknown word, as in a pack in another language,
 * is a level of its own.
 */
export function levelsApart(level: string | null, wanted: string | null): number {
  if (wanted === null || level?.toLowerCase() === wanted.toLowerCase()) return 0;
  const apart = Math.abs(difficultyOf(level) - difficultyOf(wanted));
  const isOther = level !== null && (stepOf(level) === undefined || stepOf(wanted) === undefined);
  return isOther ? Math.max(1, apart) : apart;
}

/**
 * A target of null means each question's own, or else three minutes. An exercise always has its own, or else ten
 * minutes. A rewrite takes twice as long as a review.
 */
export function secondsOf(
  item: Pick<PackItem, 'kind' | 'targetSeconds'>,
  targetSeconds: number | null,
  mode: CodeMode = 'review',
): number {
  if (item.kind === 'exercise')
    return (item.targetSeconds ?? EXERCISE_SECONDS) * (mode === 'rewrite' ? 2 : 1);
  return targetSeconds ?? item.targetSeconds ?? QUESTION_SECONDS;
}

/** Seconds that these items take when every answer takes its target. */
export function totalSeconds(
  items: readonly Pick<PackItem, 'kind' | 'targetSeconds'>[],
  targetSeconds: number | null,
): number {
  return items.reduce((sum, item) => sum + secondsOf(item, targetSeconds), 0);
}

/** Whether a place of a peer agenda is for a code exercise. */
export function isForCode({ kind }: Pick<Slot, 'kind'>): boolean {
  return kind === 'exercise';
}

/** Seconds for this many questions that nobody knows yet; null if each has its own time. */
export function plannedSeconds(count: number, targetSeconds: number | null): number | null {
  return targetSeconds === null ? null : count * targetSeconds;
}

export function loadOf(item: PackItem, targetSeconds: number | null): ItemLoad {
  return { difficulty: difficultyOf(item.level), seconds: secondsOf(item, targetSeconds) };
}

/** The levels that these items name, each once, in their order. */
export function levelsOf(items: readonly Pick<PackItem, 'level'>[]): string[] {
  return [...new Set(items.flatMap(({ level }) => level ?? []))];
}

/** The highest rating of an exercise while one of its critical issues is open. */
const CEILING = 2;

/**
 * The highest rating of an exercise while nobody has marked one of its critical issues found; null if there is no such
 * issue. `marks`: those of each person who counts, by issue; before the reveal only the reader's own.
 */
export function ceilingOf(
  points: readonly Pick<Exercise['points'][number], 'id' | 'severity'>[],
  marks: readonly Readonly<Record<string, Mark>>[],
): number | null {
  const isOpen = points.some(
    ({ id, severity }) => severity === 'critical' && !marks.some((one) => one[id] === 'heard'),
  );
  return isOpen ? CEILING : null;
}

/** Whether either item names the other: they ask the same, or one gives the other away. */
export function areTwins(a: Pick<PackItem, 'id' | 'notWith'>, b: Pick<PackItem, 'id' | 'notWith'>): boolean {
  return a.notWith.includes(b.id) || b.notWith.includes(a.id);
}

/** "Ada", "Ada and Bo", "Ada, Bo and Cy". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Single lines as "lines 3 to 4 and 14"; empty for none. */
export function lineListInWords(lines: readonly number[]): string {
  const runs: LineRange[] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && line <= last.to + 1) last.to = line;
    else runs.push({ from: line, to: line });
  }
  const [first] = runs;
  if (!first) return '';
  if (runs.length === 1) return linesInWords(first);
  const parts = runs.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`));
  return `lines ${listed(parts)}`;
}

export function linesInWords({ from, to }: LineRange): string {
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}
