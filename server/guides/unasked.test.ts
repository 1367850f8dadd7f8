import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../testing/tries';
import { readPack } from './read-pack';

const folder = join(import.meta.dirname, 'fixtures');
const GUIDES = [folder, join(folder, 'kinds')].flatMap((at) =>
  readdirSync(at)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, lines: readFileSync(join(at, name), 'utf8').split(/\r\n?|\n/) })),
);

/** A question that is nowhere in the guides, as people write them. */
const ASKED = 'Which lantern burns longest?';
const WRITTEN = [
  ASKED,
  `- ${ASKED}`,
  `7. ${ASKED}`,
  `**${ASKED}**`,
  `*${ASKED}*`,
  `### ${ASKED}`,
  `> ${ASKED}`,
  `"${ASKED}"`,
  `${ASKED} The old one.`,
  `A lantern hangs outside. ${ASKED}`,
  `**Lantern:** ${ASKED}`,
  `- **Lantern** - ${ASKED}`,
  `| ${ASKED} | The old one |`,
  'Welche Laterne brennt am längsten？',
  'Erklären Sie die älteste Laterne.',
];
const change = fc.constantFrom('none', 'without', 'twice', 'plain', 'deeper');

/** Where a blank line is outside code, comments, settings and what the candidate asks ("Questions to ask us"). */
function places(lines: readonly string[]): number[] {
  const found: number[] = [];
  let hidden = '';
  let turned = false;
  for (const [at, line] of lines.entries()) {
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3) ?? '';
    if (mark && (hidden === '' || hidden === mark)) hidden = hidden ? '' : mark;
    else if (line.includes('<!--') && !line.includes('-->')) hidden = '-->';
    else if (hidden === '-->' && line.includes('-->')) hidden = '';
    else if (line === '---' && at === 0) hidden = '---';
    else if (line === '---' && hidden === '---') hidden = '';
    else if (/^#{1,6} /.test(line)) turned = line.includes('to ask us');
    else if (line.trim() === '' && hidden === '' && !turned) found.push(at);
  }
  return found;
}

function changed(lines: readonly string[], how: string, at: number): string[] {
  const copy = [...lines];
  const line = copy[at] ?? '';
  if (how === 'without') copy.splice(at, 1);
  if (how === 'twice') copy.splice(at, 0, line);
  if (how === 'plain') copy[at] = line.replace(/[*#>_]/g, '').trim();
  if (how === 'deeper') copy[at] = line.startsWith('#') ? `#${line}` : `  ${line}`;
  return copy;
}

const guide = fc.record({
  guide: fc.constantFrom(...GUIDES),
  how: change,
  where: fc.nat(),
  change: fc.nat(),
});

test('whatever asks is asked, or is doubted: in every guide, changed in any way, and wherever it is written', () => {
  const property = fc.property(
    guide,
    fc.constantFrom(...WRITTEN),
    ({ guide: { lines }, ...given }, written) => {
      const base = changed(lines, given.how, given.change % lines.length);
      const free = places(base);
      const at = free[given.where % Math.max(1, free.length)] ?? base.length;
      const source = [...base.slice(0, at), '', written, '', ...base.slice(at)].join('\n');
      const { pack, warnings } = readPack(source);
      if (!pack) return;
      const asked = /(?:Which|Welche|Erklären)[^?？.]*[?？.]/.exec(written)?.[0] ?? '';
      const said = JSON.stringify([
        pack.questions.map((question) => ({ ...question, answer: null, notes: [] })),
        pack.exercises.map((exercise) => ({ ...exercise, notes: [] })),
        pack.brief,
        pack.groups.map(({ definition }) => definition),
      ]);
      const isDoubted = warnings.some(
        ({ lines: all, message }) => all.includes(at + 2) || message.includes(asked),
      );
      expect(said.includes(asked) || isDoubted, `line ${at + 2} of\n${source}`).toBe(true);
    },
  );
  fc.assert(property, tries(300));
});

const TOLD = 'Because the wick was trimmed every evening.';
const BESIDE = [' ', ' - ', ' → ', '\n', '\n\n', '  \n  ', '\n> ', ': '].map(
  (between) => `${between}${TOLD}`,
);

test('an answer is not in a prompt, or is doubted there: in every guide, and however it is written beside its question', () => {
  const property = fc.property(
    guide,
    fc.constantFrom(...BESIDE, ` (${TOLD})`),
    ({ guide: { lines }, where }, told) => {
      const asking = lines.flatMap((line, at) => (/[?？]\**$/.test(line) ? [at] : []));
      const asked = asking[where % Math.max(1, asking.length)];
      if (asked === undefined) return;
      const source = lines.map((line, at) => (at === asked ? `${line}${told}` : line)).join('\n');
      const { pack, warnings } = readPack(source);
      const prompts = pack?.questions.filter(({ prompt }) => /wick(?!.*[?？])/s.test(prompt)) ?? [];
      const isDoubted = warnings.some(({ code }) => code === 'told-in-prompt');
      expect(
        prompts.length === 0 || isDoubted,
        `${prompts[0]?.prompt}
${source}`,
      ).toBe(true);
    },
  );
  fc.assert(property, tries(300));
});
