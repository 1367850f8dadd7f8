import { duration, plural } from '@/app/ui/format';
import type { PlanForecast, ShareSummary } from '@/server/protocol/agenda-wish';
import { placesInWords } from './total-in-words';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** "9 questions, about 27 minutes: 7 senior-level and 2 staff-level questions". */
function shareInWords({ questions, exercises, seconds, levels }: ShareSummary): string {
  const what = `${placesInWords(questions, exercises)}, about ${duration(seconds * 1000)}`;
  const named = levels.toSorted((a, b) => b.count - a.count || a.level.localeCompare(b.level));
  const last = named.at(-1);
  if (!last) return what;
  const byLevel = listed.format(named.map(({ level, count }) => `${count} ${level}-level`));
  return `${what}: ${byLevel} ${last.count === 1 ? 'question' : 'questions'}`;
}

/** One line for all if all get the same, or else one for each person. */
export function sharesInWords(shares: readonly ShareSummary[]): string[] {
  const words = shares.map(shareInWords);
  const [first] = words;
  if (first !== undefined && words.every((line) => line === first)) return [`Each of you gets ${first}.`];
  return words.map((line, place) => `Person ${place + 1}: ${line}`);
}

/** What is new to the people who take turns; null while none of the pack was heard. `whom`: "you", "everybody here". */
export function newInWords({ items, unheard, repeats }: PlanForecast, whom: string): string | null {
  if (items === unheard) return null;
  const rest = `${unheard} of the pack’s ${plural(items, 'question')} ${unheard === 1 ? 'is' : 'are'} new to ${whom}`;
  if (repeats === 0) return `${rest}, and nothing else is dealt.`;
  const heard = repeats === 1 ? 'one that was heard before is' : `${repeats} that were heard before are`;
  return `${rest}. That is too few, so ${heard} dealt too.`;
}

/**
 * Whether the pack has enough code exercises for everyone; null if the plan has no place for one. `planned`: the places in the
 * plan. `whom`: "you", "everybody here".
 */
export function codeInWords({ code, shares }: PlanForecast, planned: number, whom: string): string | null {
  if (!code || planned === 0 || shares.length === 0) return null;
  const { exercises, left, places } = code;
  if (exercises === 0) return 'This pack has no code exercises, so nobody gets one.';
  if (places < planned) return 'Nobody gets more code exercises than the first of you had.';
  const all = plural(exercises, 'exercise');
  if (left === 0) return `None of the pack’s ${all} is new to ${whom}, so nobody gets one.`;
  const has =
    left === exercises
      ? `This pack has ${all}`
      : `${left} of the pack’s ${all} ${left === 1 ? 'is' : 'are'} new to ${whom}`;
  const people = shares.length;
  const each = shares[0]?.exercises ?? 0;
  if (each > 0 && each < places)
    return `${has}: enough for ${inLetters(each)} each with ${people} of you, not for ${inLetters(places)}.`;
  const most = Math.max(Math.floor(left / places), each > 0 ? people : 0);
  if (each > 0) return `${has}: enough for ${inLetters(each)} each with up to ${most} of you.`;
  return most < 2
    ? `${has}: too few for ${inLetters(places)} each, so nobody gets one.`
    : `${has}: enough for ${inLetters(places)} each with ${most} of you, none with ${people}.`;
}

function inLetters(count: number): string {
  return ['none', 'one', 'two', 'three'][count] ?? String(count);
}

/** Which part of a led agenda its candidate has heard. */
export function heardInWords({ heard }: PlanForecast, agenda: readonly string[]): string {
  const met = agenda.filter((id) => heard.includes(id)).length;
  if (met === 0) return 'All of them are new to the candidate.';
  return met === agenda.length
    ? 'The candidate has heard all of them before.'
    : `The candidate has heard ${met} of these ${agenda.length} before.`;
}
