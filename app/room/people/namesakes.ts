/** A second line for each of several people of one name, by the order in which they joined; nothing for the others. */
export function namesakes(people: readonly { id: string; name: string }[]): { id: string; words: string }[] {
  return people.flatMap(({ id, name }) => {
    const same = people.filter((other) => other.name === name);
    if (same.length < 2) return [];
    const place = same.findIndex((other) => other.id === id) + 1;
    return [{ id, words: `${ordinal(place)} ${name} here` }];
  });
}

function ordinal(place: number): string {
  return ['first', 'second', 'third', 'fourth'][place - 1] ?? `${place}th`;
}
