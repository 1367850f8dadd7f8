import { describe, expect, test } from 'vitest';
import { HEADINGS } from './headings';
import { readPack } from './read-pack';
import { RECOGNISERS } from './recognisers';

function promptsIn(source: string): string[] {
  const { pack } = readPack(source);
  const items = [...(pack?.questions ?? []), ...(pack?.exercises ?? [])];
  return items.map((item) => (item.kind === 'exercise' ? item.title : item.prompt));
}

describe.each(RECOGNISERS.map((recogniser) => [recogniser.name, recogniser] as const))(
  '%s',
  (_name, recogniser) => {
    test.each(recogniser.examples)('%j', (source, prompts) => {
      expect(promptsIn(`# T\n\n## A\n\n${source}\n`)).toEqual(prompts);
    });
  },
);

describe.each(HEADINGS.map((heading) => [heading.name, heading] as const))(
  'a heading: %s',
  (_name, heading) => {
    test.each(heading.examples)('%j', (source, prompts) => {
      expect(promptsIn(`# T\n\n${source}\n`)).toEqual(prompts);
    });
  },
);
