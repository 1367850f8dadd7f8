/** How many characters two texts share at their start and end. A surrogate pair is never split. */
export function alike(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (/[\uD800-\uDBFF]/.test(before[start - 1] ?? '')) start -= 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (end > 0 && /[\uDC00-\uDFFF]/.test(before.at(-end) ?? '')) end -= 1;
  return { start, end };
}
