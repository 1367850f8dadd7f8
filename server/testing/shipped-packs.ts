import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type PackReading, readPack } from '../guides/read-pack';
import type { Exercise, Pack, Question } from '../protocol/pack';

/** The folder of the shipped packs. */
export const CONTENT = resolve(import.meta.dirname, '../../content');

export interface Shipped {
  pack: Pack;
  reading: PackReading;
}

/** Every shipped pack with its reading, by the name of its file. */
export const SHIPPED: Shipped[] = readdirSync(CONTENT)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((file) => {
    const reading = readPack(readFileSync(join(CONTENT, file), 'utf8'), { id: file.slice(0, -3) });
    if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.problems)}`);
    return { pack: reading.pack, reading };
  });

/** An item with a name for its test: "oyster-panel month-end". */
export interface Named<T> {
  name: string;
  pack: Pack;
  item: T;
}

export const QUESTIONS: Named<Question>[] = SHIPPED.flatMap(({ pack }) =>
  pack.questions.map((item) => ({ name: `${pack.id} ${item.id}`, pack, item })),
);
export const EXERCISES: Named<Exercise>[] = SHIPPED.flatMap(({ pack }) =>
  pack.exercises.map((item) => ({ name: `${pack.id} ${item.id}`, pack, item })),
);

export function shipped(id: string): Shipped {
  const found = SHIPPED.find(({ pack }) => pack.id === id);
  if (!found) throw new Error(`there is no pack ${id}`);
  return found;
}
