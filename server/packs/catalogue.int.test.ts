import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openCatalogue } from './catalogue';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'packs-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const guide = (title: string, front = '') =>
  `${front}# ${title}\n\n## Delivery\n\n**Q1: How do you deploy?**\n- Often.\n`;

test('packs are listed with their counts, the main panel first, and can be found by id', async () => {
  const folder = await folderOf({
    'another.md': guide('Another'),
    'oyster-panel.md': guide('Zebra'),
    'named.md': guide('Named', '---\nid: given\n---\n'),
    'README.md': 'How to write a pack.',
  });
  const opening = await openCatalogue(folder);
  if (!opening.ok) throw new Error(opening.problems.join());
  const { catalogue } = opening;
  expect(catalogue.list().map(({ id }) => id)).toEqual(['oyster-panel', 'another', 'given']);
  expect(catalogue.list()[1]).toEqual({
    id: 'another',
    title: 'Another',
    groups: [{ id: 'delivery', title: 'Delivery', questions: 1 }],
    questions: 1,
    exercises: 0,
  });
  expect(catalogue.get('given')?.questions[0]?.prompt).toBe('How do you deploy?');
  expect(catalogue.get('none')).toBeNull();
});

test('a broken pack rejects the folder, with a line that names the place and what to write', async () => {
  const folder = await folderOf({
    'good.md': guide('Good'),
    'bad.md': '# Bad\n\n## Delivery\n\nWe deploy often.\n',
  });
  const opening = await openCatalogue(folder);
  expect(opening.ok ? [] : opening.problems).toEqual([
    expect.stringMatching(/bad\.md:5 Nothing here is read as a question\..* Write a question as a heading/),
  ]);
});

test('two packs with one id, an empty folder and a missing folder are rejected', async () => {
  const front = '---\nid: same\n---\n';
  const twice = await openCatalogue(await folderOf({ 'a.md': guide('A', front), 'b.md': guide('B', front) }));
  expect(twice.ok ? [] : twice.problems).toEqual([expect.stringMatching(/b\.md:1 The id "same" is taken/)]);
  expect((await openCatalogue(await folderOf({}))).ok).toBe(false);
  expect((await openCatalogue('/nowhere/at/all')).ok).toBe(false);
});
