import type { CodeMode } from '../protocol/code';
import type { Exercise, PackItem } from '../protocol/pack';
import type { ClockSlice, PanelAsk, ProgressSlice } from '../protocol/view-asking';
import type { Audience, Mark, Role, RoundDecision, RoundPhase, Verdict } from '../protocol/words';

/*
 * What the room decides by and screens show: each rule once, for both. The browser takes this file as it is, so it
 * imports types of the protocol alone.
 */

/** The panel is done with the round: the next one can start, and what was rated stays as it is. */
export function isOver(phase: RoundPhase): boolean {
  return phase === 'closed' || phase === 'published';
}

/** Whether a verdict speaks against the decision. Holding, or deciding nothing, goes against nobody. */
export function isDissent(decision: RoundDecision, verdict: Verdict): boolean {
  const isFor = verdict === 'yes' || verdict === 'strong-yes';
  return (decision === 'advance' && !isFor) || (decision === 'decline' && isFor);
}

export type AskStatus = PanelAsk['status'];

/** The host, and the panelist who asked, steer an ask: its clock, withdraw, skip. */
export function maySteer(audience: Audience | null, memberId: string, askedBy: string): boolean {
  return audience === 'host' || (audience === 'panelist' && memberId === askedBy);
}

/** Who asks and rates in a round: no panelist from the hot seat, nor a host who only steers. */
export function isOnPanel(role: Role, isInSeat: boolean, steersOnly: boolean): boolean {
  return role === 'panelist' && !isInSeat && !steersOnly;
}

/** Observers rate too, for practice: their ratings are kept for them alone and count nowhere. */
export function mayRate(audience: Audience | null, isRater: boolean): boolean {
  return audience === 'observer' || isRater;
}

/** Withdrawn or skipped: nobody rates such an ask, and its ratings stay closed. */
export function isSetAside(status: AskStatus): boolean {
  return status === 'withdrawn' || status === 'skipped';
}

/** Whether first ratings of an ask are taken, and whether it can be revealed once a rater has rated it. */
export function isRateable(status: AskStatus, isRevealed: boolean): boolean {
  return !isRevealed && !isSetAside(status);
}

type Asked = Pick<PanelAsk, 'itemId' | 'status'>;

/** A withdrawn ask is one that nobody should have asked: it counts in no number of asks. */
export function counts({ status }: Pick<Asked, 'status'>): boolean {
  return status !== 'withdrawn';
}

/** An ask's number, from 1, among those that count. */
export function numberOf(askId: string, asks: readonly Pick<PanelAsk, 'askId' | 'status'>[]): number {
  return asks.filter(counts).findIndex((ask) => ask.askId === askId) + 1;
}

/**
 * Items of the agenda that are still to come, in its order. A withdrawn one is not: the candidate heard it, and it
 * cannot be pushed again.
 */
export function toCome(agenda: readonly string[], asks: readonly Asked[]): string[] {
  return agenda.filter((itemId) => !asks.some((ask) => ask.itemId === itemId));
}

/** How far a round is: asks so far, and those together with what is still to come. */
export function progressOf(agenda: readonly string[], asks: readonly Asked[]): ProgressSlice {
  const asked = asks.filter(counts).length;
  return { asked, planned: asked + toCome(agenda, asks).length };
}

type RunningClock = Pick<NonNullable<ClockSlice>, 'elapsedMs' | 'runningSince'>;

/** Milliseconds used of an answer at an instant (ms since the epoch, the server's clock). */
export function usedMs({ elapsedMs, runningSince }: RunningClock, at: number): number {
  return elapsedMs + (runningSince === null ? 0 : Math.max(0, at - runningSince));
}

/**
 * Milliseconds of an ask as the panel counts them: until its reveal, where the record stopped. The clock itself runs
 * on, for the candidate must not see a reveal in it.
 */
export function answerMs(
  ask: Pick<PanelAsk, 'askId' | 'revealed' | 'elapsedMs'>,
  clock: ClockSlice,
  at: number,
): number {
  return ask.revealed || clock?.askId !== ask.askId ? ask.elapsedMs : usedMs(clock, at);
}

/** How hard an item is (1 to 6, 3 where its pack does not say) and how many seconds are planned for it. */
export interface ItemLoad {
  difficulty: number;
  seconds: number;
}

const QUESTION_SECONDS = 180;
const EXERCISE_SECONDS = 600;
const MIDDLE = 3;

/** What people call the steps, from the first job on. Of several words in one level the highest counts. */
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
 * Steps between an item's level and the one that is wanted; 0 where any will do. A word that is no step of ours, as in
 * a pack in another language, is a level of its own.
 */
export function levelsApart(level: string | null, wanted: string | null): number {
  if (wanted === null || level?.toLowerCase() === wanted.toLowerCase()) return 0;
  const apart = Math.abs(difficultyOf(level) - difficultyOf(wanted));
  const isOther = level !== null && (stepOf(level) === undefined || stepOf(wanted) === undefined);
  return isOther ? Math.max(1, apart) : apart;
}

/**
 * A target of null takes each question's own, else three minutes; an exercise always has its own, else ten. To rewrite
 * the code takes twice as long as to review it.
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

/** Seconds of so many questions that nobody knows yet; null where each has its own time. */
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

/** The rating that a pack caps an exercise at while one of its critical issues is open. */
const CEILING = 2;

/**
 * The highest rating that an exercise is worth while a critical issue is marked found by nobody; null where there is no
 * such issue. `marks`: those of each person who counts, by issue; before the reveal only the reader's own.
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

/** Whether either names the other: they ask the same, or one gives the other away. */
export function areTwins(a: Pick<PackItem, 'id' | 'notWith'>, b: Pick<PackItem, 'id' | 'notWith'>): boolean {
  return a.notWith.includes(b.id) || b.notWith.includes(a.id);
}
