import { day } from '@/app/ui/format';

/** How a rating is from the pack's, said to the one who gave it. */
export function distanceInWords(given: number, packs: number): string {
  const apart = Math.abs(given - packs);
  if (apart === 0) return `You gave ${given}, and so does the pack.`;
  const points = apart === 1 ? 'one point' : `${apart} points`;
  return `You gave ${given}; the pack gives ${packs}, ${points} ${given > packs ? 'lower' : 'higher'}.`;
}

/** What the panel reads once all of its raters are done. */
export function allRatedInWords(raters: number): string {
  if (raters === 1) return 'The only rater is done.';
  if (raters === 2)
    return 'Both have rated. Each would know the other’s rating without a name too, so they open only when both agree.';
  return 'The ratings are in. This is how far apart they are:';
}

/** When the panel last warmed up with this pack, as its reader's calendar has it. */
export function warmedUpInWords(at: number, now: number, timeZone: string): string {
  return `You all warmed up with this pack ${day(at, now, timeZone)}. It holds for a month, and you can do it again.`;
}
