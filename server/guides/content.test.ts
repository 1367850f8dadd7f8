import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadPrism } from '@ruby/prism';
import { loadModule, parseSync } from 'libpg-query';
import { describe, expect, test } from 'vitest';
import type { Exercise, Pack, Question } from '../protocol/pack';
import { readPack } from './read-pack';

const content = resolve(import.meta.dirname, '../../content');
const files = readdirSync(content).filter((name) => name.endsWith('.md') && name !== 'README.md');
const parseRuby = await loadPrism();
await loadModule();

function shipped(file: string): Pack {
  const reading = readPack(readFileSync(join(content, file), 'utf8'), { id: file.slice(0, -3) });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.pack;
}

const packs = files.map(shipped);
const questions = packs.flatMap((pack) =>
  pack.questions.map((item) => ({ name: `${pack.id} ${item.id}`, item })),
);
const exercises = packs.flatMap((pack) =>
  pack.exercises.map((item) => ({ name: `${pack.id} ${item.id}`, item })),
);

test('the example of the format is a pack', () => {
  const page = readFileSync(join(content, 'README.md'), 'utf8');
  const example = /```markdown\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '';
  expect(readPack(example)).toMatchObject({
    ok: true,
    counts: { questions: 1, keyPoints: 2, contexts: 2, exercises: 1, tips: 1 },
    pack: {
      id: 'platform-panel',
      title: 'Platform panel',
      notes: [],
      groups: [{ id: 'delivery', weight: 2, weightReason: 'This team ships daily.', notes: [] }],
      questions: [
        {
          id: 'reversible',
          why: 'Most outages are changes.',
          followUps: [{ when: 'the answer stops at the code.' }],
          weakAnswers: ['"We have never had to."'],
          anchors: { '1': 'Names a deploy tool.' },
          level: 'senior',
          targetSeconds: 180,
          behavioural: false,
          notes: [],
        },
      ],
      exercises: [
        {
          id: 'twice',
          groupId: 'delivery',
          prompt: 'Make this safe to run twice.',
          points: [{ severity: 'critical', lines: [1] }],
          hints: ['How many rows does it touch?'],
          targetSeconds: 600,
          notes: [],
        },
      ],
    },
  });
});

describe.each(questions)('$name', ({ item }) => {
  test('is complete', () => {
    expect(item.why).not.toBeNull();
    expect(item.anchors).not.toBeNull();
    expect(item.level).not.toBeNull();
    expect(item.targetSeconds).toBeGreaterThanOrEqual(90);
    expect(item.points.length).toBeGreaterThanOrEqual(3);
    expect(item.points.length).toBeLessThanOrEqual(6);
    expect(item.points.filter(({ context }) => context === null)).toEqual([]);
    expect(item.followUps.length).toBeGreaterThanOrEqual(2);
    expect(item.followUps.length).toBeLessThanOrEqual(4);
    expect(item.followUps.filter(({ when }) => when === null)).toEqual([]);
    expect(item.weakAnswers.length).toBeGreaterThanOrEqual(2);
    expect(item.weakAnswers.length).toBeLessThanOrEqual(4);
  });
});

describe.each(exercises)('$name', ({ item }) => {
  test('is complete, and every planted issue is where it says, and mended there', () => {
    expect(item.anchors).not.toBeNull();
    expect(item.level).not.toBeNull();
    expect(item.hints).toHaveLength(3);
    expect(item.followUps.filter(({ when }) => when === null)).toEqual([]);
    expect(item.reasons.length).toBeGreaterThan(0);
    expect([...item.points, ...item.reasons].filter(({ context }) => context === null)).toEqual([]);
    const lines = item.original.split('\n');
    const mended = new Set((item.improved ?? '').split('\n').map((line) => line.trim()));
    for (const { severity, lines: where } of item.points) {
      expect(severity).not.toBeNull();
      expect(where.length).toBeGreaterThan(0);
      const named = where.map((line) => lines[line - 1]?.trim() ?? '').filter((line) => line !== '');
      expect(named).not.toEqual([]);
      expect(named.filter((line) => !mended.has(line))).not.toEqual([]);
    }
  });

  test('its code parses, before and after', () => {
    expect(syntaxErrors(item.language, item.original)).toEqual([]);
    expect(syntaxErrors(item.language, item.improved ?? '')).toEqual([]);
    expect(item.improved).not.toBeNull();
  });
});

function syntaxErrors(language: Exercise['language'], code: string): string[] {
  switch (language) {
    case 'ruby':
      return parseRuby(code).errors.map(({ message }: { message: string }) => message);
    case 'ts':
    case 'tsx':
      return typeScriptErrors(code, language);
    case 'sql':
      return errorsOf(() => parseSync(code));
    default:
      return [`no parser for ${language}`];
  }
}

/** What the compiler says of the syntax: what a snippet imports is not here, so its types are not asked. */
function typeScriptErrors(code: string, extension: 'ts' | 'tsx'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-snippet-'));
  try {
    const file = join(folder, `snippet.${extension}`);
    writeFileSync(file, code);
    const tsc = resolve(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--noCheck', '--noResolve', '--ignoreConfig', '--jsx', 'preserve'];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, file], { encoding: 'utf8' });
    return status === 0 ? [] : [stdout || `tsc ended with ${status}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function errorsOf(parse: () => unknown): string[] {
  try {
    parse();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

test('every parser refuses code that is broken', () => {
  expect(syntaxErrors('ruby', 'def pay(')).not.toEqual([]);
  expect(syntaxErrors('ts', 'const pay: = 1;')).not.toEqual([]);
  expect(syntaxErrors('sql', 'alter tabel payslips add x text')).not.toEqual([]);
  expect(syntaxErrors('cobol', 'STOP RUN.')).not.toEqual([]);
});

/** What is compared, and the share of words above which two of them are one. Measured: the closest pairs that
 *  ship share .29, .24 and .19, reworded copies .35 to .6. A copy in wholly other words needs a reader. */
const KINDS = [
  { what: 'prompts', limit: 0.33, of: (item: Item) => [item.prompt] },
  { what: 'key points', limit: 0.33, of: (item: Item) => item.points.map(sayPoint) },
  {
    what: 'questions',
    limit: 0.28,
    of: (item: Item) => [[item.prompt, ...item.points.map(sayPoint)].join(' ')],
  },
];
type Item = Pick<Question | Exercise, 'prompt' | 'points'>;

describe('no two are the same, in any pack', () => {
  const asked: Item[] = questions.map(({ item }) => item);

  test.each(KINDS)('$what', ({ limit, of }) => {
    expect(alike(asked.flatMap(of), limit)).toEqual([]);
  });

  // Their issues may well be alike: the same flaw in another language.
  test('the tasks of exercises', () => {
    const tasks = exercises.map(({ item }) => item.prompt);
    expect(alike(tasks, 0.33)).toEqual([]);
  });

  test.each(KINDS)('a reworded copy would be found by its $what', ({ limit, of }) => {
    const copy: Item = {
      prompt:
        'Your biggest customer asks for an approval flow nobody else needs, in shared code, before the quarter ends. How do you react?',
      points: [
        {
          id: 'copy',
          text: 'Prices keeping it, not only making it.',
          context:
            'A special case doubles the states to test, is met at each later change and outlives whoever asked for it; other customers pay for it in slowness.',
        },
        {
          id: 'other',
          text: 'Prefers a setting that is useful to others, or a plug-in, over branching on the customer.',
          context: 'With a webhook they run their own flow; a branch on an id can be neither sold nor found.',
        },
      ],
    };
    expect(alike([...asked, copy].flatMap(of), limit)).not.toEqual([]);
  });
});

function sayPoint({ text, context }: Item['points'][number]): string {
  return `${text} ${context ?? ''}`;
}

function alike(texts: string[], limit: number): string[] {
  const sets = texts.map(wordsOf);
  return sets.flatMap((one, a) =>
    sets.flatMap((other, b) => (a < b && overlap(one, other) > limit ? [`${texts[a]} / ${texts[b]}`] : [])),
  );
}

const COMMON = new Set(
  'about after before been does each every from have into only over said tell than that their them then there they this time were what when where which will with would your'.split(
    ' ',
  ),
);

/** The beginnings of the words that carry meaning, roughly: those of four letters and more. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 5)));
}

/** Shared words by all words (Jaccard). */
function overlap(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}
