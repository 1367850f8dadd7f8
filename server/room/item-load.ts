import type { PackItem } from '../protocol/pack';

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
  return STEPS.find(([words]) => words.test(level ?? ''))?.[1] ?? MIDDLE;
}

/** Steps between an item's level and the one that is wanted; 0 where any will do. */
export function levelsApart(level: string | null, wanted: string | null): number {
  return wanted === null ? 0 : Math.abs(difficultyOf(level) - difficultyOf(wanted));
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
