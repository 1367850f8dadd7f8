/** How a rating is from the pack's, said to the one who gave it. */
export function distanceInWords(given: number, packs: number): string {
  const apart = Math.abs(given - packs);
  if (apart === 0) return `You gave ${given}, and so does the pack.`;
  const points = apart === 1 ? 'one point' : `${apart} points`;
  return `You gave ${given}; the pack gives ${packs}, ${points} ${given > packs ? 'lower' : 'higher'}.`;
}
