import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadPrism } from '@ruby/prism';
import { type Loader, transformSync } from 'esbuild';
import { loadModule, parseSync } from 'libpg-query';
import { describe, expect, test } from 'vitest';
import type { Exercise, Pack } from '../protocol/pack';
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

test('the panel that ships has its nine groups, ten questions, four exercises and a checklist', () => {
  const reading = readPack(readFileSync(join(content, 'oyster-panel.md'), 'utf8'));
  expect(reading.counts).toEqual({
    groups: 9,
    questions: 10,
    keyPoints: 30,
    contexts: 30,
    exercises: 4,
    tips: 3,
  });
});

test('the example of the format is a pack', () => {
  const page = readFileSync(join(content, 'README.md'), 'utf8');
  const example = /```markdown\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '';
  expect(readPack(example)).toMatchObject({ ok: true, counts: { questions: 1, exercises: 1, tips: 1 } });
});

describe.each(questions)('$name', ({ item }) => {
  test('is complete', () => {
    expect(item.why).not.toBeNull();
    expect(item.anchors).not.toBeNull();
    expect(item.level).not.toBeNull();
    expect(item.targetSeconds).toBeGreaterThanOrEqual(90);
    expect(item.points.length).toBeGreaterThanOrEqual(3);
    expect(item.points.filter(({ context }) => context === null)).toEqual([]);
    expect(item.followUps.length).toBeGreaterThanOrEqual(2);
    expect(item.followUps.filter(({ when }) => when === null)).toEqual([]);
    expect(item.weakAnswers.length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(exercises)('$name', ({ item }) => {
  test('is complete, and every planted issue is where it says', () => {
    expect(item.anchors).not.toBeNull();
    expect(item.level).not.toBeNull();
    expect(item.hints).toHaveLength(3);
    expect(item.followUps.filter(({ when }) => when === null)).toEqual([]);
    expect(item.reasons.length).toBeGreaterThan(0);
    expect([...item.points, ...item.reasons].filter(({ context }) => context === null)).toEqual([]);
    const lines = item.original.split('\n');
    for (const { severity, lines: where } of item.points) {
      expect(severity).not.toBeNull();
      expect(where.length).toBeGreaterThan(0);
      expect(where.map((line) => lines[line - 1]?.trim()).join('')).not.toBe('');
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
      return errorsOf(() => transformSync(code, { loader: language satisfies Loader }));
    case 'sql':
      return errorsOf(() => parseSync(code));
    default:
      return [`no parser for ${language}`];
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

describe('no two are the same', () => {
  const prompts = [...questions, ...exercises].map(({ item }) => item.prompt);
  const points = questions.flatMap(({ item }) => item.points.map(({ text }) => text));

  test.each([
    ['prompts', prompts],
    ['key points', points],
  ])('%s', (_what, texts) => {
    const sets = texts.map(wordsOf);
    const alike: string[] = [];
    for (const [a, one] of sets.entries()) {
      for (const [b, other] of sets.entries()) {
        if (a < b && overlap(one, other) > 0.5) alike.push(`${texts[a]} / ${texts[b]}`);
      }
    }
    expect(alike).toEqual([]);
  });
});

/** The words that carry meaning, roughly: those of four letters and more. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}

/** Shared words by all words (Jaccard). */
function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}
