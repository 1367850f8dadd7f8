import type { AgendaWish, Suggestion } from '../../protocol/agenda-wish';
import type { Group, Pack, PackItem, Question } from '../../protocol/pack';
import { LIMITS } from '../../protocol/words';
import { withoutTwins } from '../core/twins';
import { areTwins, levelsApart, secondsOf } from '../rules';
import { type Place, takeInTurns, whyPlace } from './turns';

export interface SuggestionInput extends Omit<AgendaWish, 'minutes'> {
  /** Null means one question of each competency. */
  minutes: number | null;
  /** Ids of the items that were heard before, and who heard them, for the reasons. */
  heard: ReadonlySet<string>;
  whom: 'you' | 'the candidate';
}

interface Candidate extends Place {
  question: Question;
}

/**
 * An agenda within the minutes: the best question of each competency, then the second best of each, and so on. The
 * best is one that was not heard, then the one with the nearest level, then the first in the pack. No two are twins.
 */
export function suggestAgenda(pack: Pack, input: SuggestionInput): Suggestion {
  const groups = pack.groups.filter(({ id }) => input.groupIds === null || input.groupIds.includes(id));
  const exercise = input.exercise ? bestExercise(pack, groups, input) : null;
  const candidates = apart(
    groups.flatMap((group) => ranked(pack, group, input)),
    exercise,
  );
  const taken = takeInTurns(pack, candidates, {
    seconds: input.minutes === null ? null : input.minutes * 60 - (exercise ? secondsOf(exercise, null) : 0),
    most: LIMITS.agenda - (exercise ? 1 : 0),
  });
  const picks = taken.map((candidate) => ({ id: candidate.question.id, why: why(candidate, input) }));
  if (exercise) picks.push({ id: exercise.id, why: whyExercise(exercise, input) });
  const known = [...pack.questions, ...pack.exercises].filter(({ id }) => input.heard.has(id));
  return { picks, heard: known.map(({ id }) => id) };
}

/** The agenda that set-up opens with: one question of each competency, always the same, for a host who leads many panels. */
export function openingAgenda(pack: Pack, heard: ReadonlySet<string>): Suggestion {
  return suggestAgenda(pack, {
    groupIds: null,
    minutes: null,
    level: null,
    targetSeconds: null,
    exercise: false,
    newFirst: false,
    heard,
    whom: 'you',
  });
}

function ranked(pack: Pack, group: Group, input: SuggestionInput): Candidate[] {
  const own = pack.questions.filter((question) => question.groupId === group.id);
  const rank = (question: Question) => last(question, input) + levelsApart(question.level, input.level);
  // The sort is stable: equals stay in the pack's order.
  return own
    .sort((a, b) => rank(a) - rank(b))
    .map((question, turn) => ({ question, group, turn, seconds: secondsOf(question, input.targetSeconds) }));
}

/** Without twins: the one whose turn is first remains, and the questions after the other on its competency move up. */
function apart(candidates: readonly Candidate[], exercise: PackItem | null): Candidate[] {
  const inTurn = candidates.toSorted((a, b) => a.turn - b.turn || b.group.weight - a.group.weight);
  const free = inTurn
    .map(({ question }) => question)
    .filter((item) => !exercise || !areTwins(item, exercise));
  const kept = new Set(withoutTwins(free));
  const turns = new Map<string, number>();
  return candidates.flatMap((candidate) => {
    if (!kept.has(candidate.question)) return [];
    const turn = turns.get(candidate.group.id) ?? 0;
    turns.set(candidate.group.id, turn + 1);
    return [{ ...candidate, turn }];
  });
}

/** Puts every question that was heard behind those that were not, even with a level far off. */
function last({ id }: PackItem, { heard, newFirst }: SuggestionInput): number {
  return newFirst && heard.has(id) ? 100 : 0;
}

function bestExercise(pack: Pack, groups: Group[], input: SuggestionInput): PackItem | null {
  const ids = new Set(groups.map(({ id }) => id));
  const fitting = pack.exercises.filter(
    (exercise) =>
      (exercise.groupId === null || ids.has(exercise.groupId)) &&
      (input.minutes === null || secondsOf(exercise, null) <= input.minutes * 60),
  );
  const rank = (item: PackItem) => last(item, input) + levelsApart(item.level, input.level);
  return fitting.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function why(candidate: Candidate, input: SuggestionInput): string {
  if (input.minutes === null) return whyOneOfEach(candidate, input);
  return [...whyPlace(candidate), ...whyThisOne(candidate.question, input)].join(', ');
}

/** If each is the first on its competency, this is said once for all. */
function whyOneOfEach({ question, group }: Candidate, { heard, whom }: SuggestionInput): string {
  const parts: string[] = [];
  if (group.weight > 1) parts.push(`weight ${group.weight}`);
  if (heard.has(question.id)) parts.push(`${whom} ${whom === 'you' ? 'have' : 'has'} heard it before`);
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function whyExercise(exercise: PackItem, input: SuggestionInput): string {
  return ['The code exercise that you asked for', ...whyThisOne(exercise, input)].join(', ');
}

function whyThisOne({ id, level }: PackItem, input: SuggestionInput): string[] {
  const parts: string[] = [];
  if (input.level !== null && level !== null)
    parts.push(levelsApart(level, input.level) === 0 ? level : `${level} where ${input.level} was wanted`);
  // Worth saying only if some of this pack was heard.
  if (input.heard.size > 0 && !input.heard.has(id)) parts.push(`new to ${input.whom}`);
  if (input.heard.has(id))
    parts.push(`though ${input.whom} ${input.whom === 'you' ? 'have' : 'has'} heard it`);
  return parts;
}
