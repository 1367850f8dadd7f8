import { clock, duration, plural } from '@/app/ui/format';
import type { Recording } from './recordings';
import { paceOf, saidIn } from './words-said';

export interface Known {
  usedMs: number;
  targetMs: number;
  recordings: readonly Pick<Recording, 'speech' | 'startMs' | 'durationMs'>[];
  /** What was said, where somebody wrote it down. */
  text: string;
}

/** A recording that begins this soon (ms) holds the first word. */
const AT_ONCE_MS = 1_500;

/** What can be counted of an answer, in sentences. */
export function factsOf({ usedMs, targetMs, recordings, text }: Known): string[] {
  return [length(usedMs, targetMs), ...ofSpeech(recordings), ...ofWords(text, recordings, usedMs)];
}

function length(usedMs: number, targetMs: number): string {
  const over = usedMs - targetMs;
  const used = `${clock(usedMs)} of ${clock(targetMs)}`;
  return over >= 1_000 ? `You took ${used}: ${duration(over)} over.` : `You took ${used}.`;
}

function ofSpeech(recordings: Known['recordings']): string[] {
  const [first] = recordings;
  const heard = recordings.filter(({ speech }) => speech !== null);
  if (!first || heard.length === 0) return first ? ['The recording is silent.'] : [];
  const pauses = heard.flatMap(({ speech, startMs }) =>
    (speech?.pauses ?? []).map(({ atMs, ms }) => ({ atMs: startMs + atMs, ms })),
  );
  const longest = pauses.toSorted((a, b) => b.ms - a.ms)[0];
  // What was said before it began, nobody knows.
  const began =
    first.speech && first.startMs < AT_ONCE_MS
      ? [`You began after ${duration(first.startMs + first.speech.beginsMs)}.`]
      : first.startMs < AT_ONCE_MS
        ? []
        : [`The recording begins at ${clock(first.startMs)} of your answer.`];
  if (!longest) return [...began, 'No pause was longer than a second and a half.'];
  const many = pauses.length === 1 ? 'One pause' : plural(pauses.length, 'pause');
  const which = pauses.length === 1 ? '' : 'the longest ';
  return [
    ...began,
    `${many} of more than a second and a half, ${which}${(longest.ms / 1_000).toFixed(1)} seconds at ${clock(longest.atMs)}.`,
  ];
}

function ofWords(text: string, recordings: Known['recordings'], usedMs: number): string[] {
  const { words, fillers } = saidIn(text);
  if (words === 0) return [];
  const spokenMs = recordings.reduce((sum, { speech }) => sum + (speech?.spokenMs ?? 0), 0);
  // Between words there is silence that belongs to talking: the whole answer says the pace that a listener hears.
  const pace = paceOf(
    words,
    spokenMs > 0 ? recordings.reduce((sum, { durationMs }) => sum + durationMs, 0) : usedMs,
  );
  const said =
    pace === null ? `${plural(words, 'word')}.` : `${plural(words, 'word')}, about ${pace} a minute.`;
  const all = fillers.reduce((sum, { times }) => sum + times, 0);
  if (all === 0) return [said, 'No fillers.'];
  return [
    said,
    `${plural(all, 'filler')}: ${fillers.map(({ filler, times }) => `“${filler}” ${times === 1 ? 'once' : `${times} times`}`).join(', ')}.`,
  ];
}
