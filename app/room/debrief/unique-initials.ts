import { initials } from '@/app/ui/format';
import { namesakes } from '@/server/protocol/namesakes';
import { looksLike } from '@/server/protocol/shown-name';

/** How many letters of a name may show. */
const LETTERS = 3;

/** A few letters for each person, by id, that nobody else has: people whose names look alike get their number. */
export function uniqueInitials(people: readonly { id: string; name: string }[]): Map<string, string> {
  const alike = new Map(namesakes(people).map(({ id, place }) => [id, place]));
  const ways = [initials, ...Array.from({ length: LETTERS - 1 }, (_, more) => beginning(more + 2))];
  return new Map(
    people.map(({ id, name }, index) => {
      const place = alike.get(id);
      const others = people.filter((other) => !looksLike(other.name, name));
      const way = ways.find((letters) => others.every((other) => letters(other.name) !== letters(name)));
      if (!way) return [id, `${initials(name)}${index + 1}`];
      return [id, place ? `${way(name)}${place}` : way(name)];
    }),
  );
}

function beginning(length: number): (name: string) => string {
  return (name) => {
    const [first = '', ...more] = [...name.trim()].slice(0, length);
    return first.toLocaleUpperCase('en') + more.join('');
  };
}
