/** Facts of what somebody said, by the text of it. English fillers. */

const FILLERS = [
  'um',
  'uh',
  'er',
  'erm',
  'hmm',
  'you know',
  'i mean',
  'sort of',
  'kind of',
  'basically',
  'actually',
  'literally',
  'like',
] as const;

/** "Like" is a filler before a comma, at a beginning or after such a word; elsewhere it mostly means something. */
const LOOSE_LIKE = /(?:^|[,.;:–—-]\s*|\b(?:was|is|were|and|so|but)\s)like(?=\s*,)/gi;

export interface Said {
  words: number;
  /** Most often first. */
  fillers: { filler: string; times: number }[];
}

export function saidIn(text: string): Said {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  const fillers = FILLERS.map((filler) => ({ filler, times: timesOf(filler, text) }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times);
  return { words, fillers };
}

function timesOf(filler: string, text: string): number {
  const pattern =
    filler === 'like' ? LOOSE_LIKE : new RegExp(`(?<![\\p{L}’'-])${filler}(?![\\p{L}’'-])`, 'giu');
  return text.match(pattern)?.length ?? 0;
}

/** Words a minute; null where hardly anything was said. */
export function paceOf(words: number, ms: number): number | null {
  return words < 20 || ms < 5_000 ? null : Math.round(words / (ms / 60_000));
}
