import type { PackItem } from '../protocol/pack';

/* Types are all that this file imports: the browser takes it as it is. */

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

/** A target of null takes each question's own, else three minutes; an exercise always has its own, else ten. */
export function secondsOf(
  item: Pick<PackItem, 'kind' | 'targetSeconds'>,
  targetSeconds: number | null,
): number {
  if (item.kind === 'exercise') return item.targetSeconds ?? EXERCISE_SECONDS;
  return targetSeconds ?? item.targetSeconds ?? QUESTION_SECONDS;
}

export function loadOf(item: PackItem, targetSeconds: number | null): ItemLoad {
  return { difficulty: difficultyOf(item.level), seconds: secondsOf(item, targetSeconds) };
}

/** The levels that these items name, each once, in their order. */
export function levelsOf(items: readonly Pick<PackItem, 'level'>[]): string[] {
  return [...new Set(items.flatMap(({ level }) => level ?? []))];
}
