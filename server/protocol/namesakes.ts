import { lookOf } from './shown-name';

interface Named {
  id: string;
  name: string;
}

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
export function namesakes(people: readonly Named[]): Namesake[] {
  const looks = people.map(({ name }) => lookOf(name));
  return people.flatMap(({ id, name }, index) => {
    const same = people.filter((_, other) => looks[other] === looks[index]);
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

/**
 * What each of these people is called, everywhere: by a name, and with a number where names look alike (`Anna (2)`). Among
 * people who are here, one who is not is called `Anna (left)`.
 */
export function calledAll(here: readonly Named[], gone: readonly Named[] = []): Map<string, string> {
  const alike = new Map([...namesakes(here), ...namesakes(gone)].map((one) => [one.id, one]));
  const looks = new Set(here.map(({ name }) => lookOf(name)));
  const left = gone.map(({ id, name }): [string, string] => {
    const words = called(name, alike.get(id));
    return [id, looks.has(lookOf(name)) ? `${words} (left)` : words];
  });
  return new Map([
    ...left,
    ...here.map(({ id, name }): [string, string] => [id, called(name, alike.get(id))]),
  ]);
}

/** A name that is unlike any other: `Anna (2)`. */
export function called(name: string, namesake: Pick<Namesake, 'place'> | null | undefined): string {
  return namesake ? `${name} (${namesake.place})` : name;
}

function ordinal(place: number): string {
  return ['first', 'second', 'third', 'fourth'][place - 1] ?? `as number ${place}`;
}
