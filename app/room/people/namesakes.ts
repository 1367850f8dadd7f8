import { looksLike } from '@/server/protocol/shown-name';

export interface Namesake {
  id: string;
  /** 1 for the first person of this name to join. */
  place: number;
  /** For a second line. */
  words: string;
  /** For a second line about somebody who is still waiting: `the second Anna here`. */
  which: string;
}

/** Marks people whose names look alike with their order of joining. Other people get no mark. */
export function namesakes(people: readonly { id: string; name: string }[]): Namesake[] {
  return people.flatMap(({ id, name }) => {
    const same = people.filter((other) => looksLike(other.name, name));
    if (same.length < 2) return [];
    const place = same.findIndex((other) => other.id === id) + 1;
    return [
      {
        id,
        place,
        words: `joined ${ordinal(place)}`,
        which: place <= 4 ? `the ${ordinal(place)} ${name} here` : `${name} number ${place} here`,
      },
    ];
  });
}

/** A name that is unlike any other: `Anna (2)`. */
export function called(name: string, namesake: Pick<Namesake, 'place'> | null | undefined): string {
  return namesake ? `${name} (${namesake.place})` : name;
}

function ordinal(place: number): string {
  return ['first', 'second', 'third', 'fourth'][place - 1] ?? `as number ${place}`;
}
