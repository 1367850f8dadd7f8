interface Late {
  name: string;
  here: boolean;
  me: boolean;
}

/** Who is not here at the time, as a fact and not as a reproach; null if everybody is. */
export function lateInWords(people: readonly Late[]): string | null {
  const missing = people.filter(({ here, me }) => !here && !me).map(({ name }) => name);
  const [first, second] = missing;
  if (!first) return null;
  if (missing.length === 1) return `It’s time. ${first} isn’t here yet, and can still join later.`;
  if (missing.length === 2)
    return `It’s time. ${first} and ${second} aren’t here yet, and can still join later.`;
  return `It’s time. ${first} and ${missing.length - 1} others aren’t here yet, and can still join later.`;
}
