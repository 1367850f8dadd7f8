import { describe, expect, test } from 'vitest';
import { readPack } from './read-pack';
import { RECOGNISERS } from './recognisers';

describe.each(RECOGNISERS.map((recogniser) => [recogniser.name, recogniser] as const))(
  '%s',
  (_name, recogniser) => {
    test.each(recogniser.examples)('%j', (source, prompts) => {
      const { pack } = readPack(`# T\n\n## A\n\n${source}\n`);
      const items = [...(pack?.questions ?? []), ...(pack?.exercises ?? [])];
      expect(items.map((item) => (item.kind === 'exercise' ? item.title : item.prompt))).toEqual(prompts);
    });
  },
);
