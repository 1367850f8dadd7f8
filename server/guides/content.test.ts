import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Anchors, Exercise, Question, SampleAnswer } from '../protocol/pack';
import { overlap, stemsOf } from '../testing/likeness';
import { CONTENT, EXERCISES, QUESTIONS, SHIPPED } from '../testing/shipped-packs';
import { readPack } from './read-pack';

test('the example of the format is a pack', () => {
  const page = readFileSync(join(CONTENT, 'README.md'), 'utf8');
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

const BRIEF = [
  'The role',
  'What the panel decides',
  'Three people, 45 minutes',
  'What counts',
  'What may not be asked',
  'Rating errors',
  'Taking notes',
];

const PROTECTED = [
  'age',
  'family',
  'pregnan',
  'health',
  'disability',
  'religio',
  'origin',
  'gender',
  'union',
];
const ERRORS = ['Halo', 'Contrast', 'Leniency', 'Similarity'];

describe.each(SHIPPED)('$pack.id', ({ pack, reading }) => {
  const items = [...pack.questions, ...pack.exercises];

  test('is read without a warning', () => {
    expect(reading.warnings).toEqual([]);
  });

  test('begins with a brief, part by part', () => {
    expect(pack.brief.map(({ title }) => title)).toEqual(BRIEF);
    expect(pack.brief.filter(({ lines }) => lines.length === 0)).toEqual([]);
    // The brief says whether an answer given only after a follow-up counts.
    const counting = pack.brief.find(({ title }) => title === 'What counts')?.lines ?? [];
    expect(counting.join(' ')).toMatch(/follow-up/i);
  });

  test('assigns every competency, and names what nobody may ask and how raters err', () => {
    const said = (title: string) => pack.brief.find((part) => part.title === title)?.lines.join(' ') ?? '';
    const shared = said('Three people, 45 minutes');
    expect(pack.groups.map(({ title }) => title).filter((title) => !shared.includes(title))).toEqual([]);
    const protectedBy = said('What may not be asked').toLowerCase();
    expect(PROTECTED.filter((word) => !protectedBy.includes(word))).toEqual([]);
    expect(ERRORS.filter((error) => !said('Rating errors').includes(`${error}: `))).toEqual([]);
  });

  test('defines each competency, asks about each, and has no other', () => {
    for (const { id, definition } of pack.groups) {
      const classic = pack.questions.filter((item) => item.groupId === id && item.classic);
      const { is, isNot, signs = [], contaminants = [] } = definition ?? {};
      const found = { id, is, isNot, signs: signs.length, contaminants: contaminants.length };
      expect(found).toEqual({
        id,
        is: expect.any(String),
        isNot: expect.any(String),
        signs: expect.toSatisfy((count: number) => count >= 2),
        contaminants: expect.toSatisfy((count: number) => count >= 1),
      });
      isWithin(classic.length, 1, 2);
    }
    expect(pack.exercises.filter(({ groupId }) => groupId === null)).toEqual([]);
  });

  test('names only twins that exist', () => {
    const known = new Set(SHIPPED.flatMap((other) => idsOf(other).map((id) => `${other.pack.id}/${id}`)));
    const named = items.flatMap(({ notWith }) => notWith);
    const full = named.map((name) => (name.includes('/') ? name : `${pack.id}/${name}`));
    expect(full.filter((name) => !known.has(name))).toEqual([]);
  });
});

function idsOf({ pack }: (typeof SHIPPED)[number]): string[] {
  return [...pack.questions, ...pack.exercises].map(({ id }) => id);
}

describe.each(QUESTIONS)('$name', ({ item }) => {
  test('is complete', () => {
    isComplete(item);
    isOfItsKind(item);
    // One question, said in one breath.
    expect(item.prompt.split(/\s+/).length).toBeLessThanOrEqual(25);
    expect(item.prompt.split('?').length - 1).toBeLessThanOrEqual(1);
    expect(item.why).not.toBeNull();
    expect(item.targetSeconds).toBeGreaterThanOrEqual(90);
    isWithin(item.points.length, 3, 6);
    expect(item.points.filter(({ context }) => context === null)).toEqual([]);
    isWithin(item.followUps.length, 2, 4);
    isWithin(item.weakAnswers.length, 2, 4);
    if (!item.classic) return;
    const [weaker = 0, stronger = 0, ...more] = item.samples
      .map(({ rating }) => rating)
      .sort((a, b) => a - b);
    expect(more).toEqual([]);
    isWithin(weaker, 2, 3);
    isWithin(stronger, 4, 5);
  });
});

describe.each(EXERCISES)('$name', ({ item }) => {
  test('is complete, and every planted issue is where it says, and is fixed there', () => {
    isComplete(item);
    asksOneThing(item);
    holdsTheCeiling(item);
    expect(item.samples).toHaveLength(1);
    expect(item.hints).toHaveLength(3);
    expect(item.afterHint).not.toBeNull();
    expect(item.improved).not.toBeNull();
    expect(item.reasons.length).toBeGreaterThan(0);
    expect([...item.points, ...item.reasons].filter(({ context }) => context === null)).toEqual([]);
    const lines = item.original.split('\n');
    isWithin(lines.length, 10, 60);
    const mended = new Set((item.improved ?? '').split('\n').map((line) => line.trim()));
    for (const { severity, lines: where } of item.points) {
      expect(severity).not.toBeNull();
      expect(where.length).toBeGreaterThan(0);
      const named = where.map((line) => lines[line - 1]?.trim() ?? '').filter((line) => line !== '');
      expect(named).not.toEqual([]);
      expect(named.filter((line) => !mended.has(line))).not.toEqual([]);
    }
  });
});

function isComplete(item: Question | Exercise): void {
  expect(['junior', 'mid', 'senior', 'staff']).toContain(item.level);
  isWithin(item.tags.length, 2, 5);
  expect(item.notes).toEqual([]);
  expect(item.followUps.filter(({ when }) => when === null)).toEqual([]);
  const anchors = item.anchors ? textsOf(item.anchors) : [];
  expect(anchors).toHaveLength(5);
  for (const anchor of anchors) expect(anchor).not.toMatch(EMPTY_WORDS);
  expect(anchors[2]).not.toMatch(LACKING);
  const stems = anchors.map(stemsOf);
  const alike = stems.slice(1).map((level, at) => overlap(stems[at] ?? new Set(), level));
  expect(Math.max(...alike)).toBeLessThan(SAME_LEVEL);
  for (const sample of item.samples) isRated(sample, item);
}

/** A sentence that asks somebody to do something, and two such sentences in one. */
const ASKS =
  /\?["”]?$|^(?:Rewrite|Write|Make|Fix|Redesign|Design|Review|Find|Say|Explain|Read|Describe|Tell)\b/;
const ASKS_TWICE = /\b(?:then|and) (?:re)?(?:write|design|view|fix|make|find|say|explain|describe|tell)\b/;

/** An exercise describes a situation, and one sentence asks, in one breath. Anything else to ask is a follow-up. */
function asksOneThing({ prompt }: Exercise): void {
  const sentences = prompt.split(/(?<=[.?!]["”]?)\s+/);
  const asking = sentences.filter((sentence) => ASKS.test(sentence));
  expect(asking).toHaveLength(1);
  expect(asking.filter((sentence) => ASKS_TWICE.test(sentence))).toEqual([]);
  for (const sentence of asking) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
}

/**
 * While a critical issue is open, 2 is the highest rating. So anchor 3 says that it is fixed, not only found, and an
 * answer rated higher than 2 has fixed it.
 */
function holdsTheCeiling({ anchors, points, samples }: Exercise): void {
  const critical = points.filter(({ severity }) => severity === 'critical').map(({ id }) => id);
  expect(critical).not.toEqual([]);
  const fixed =
    critical.length === 1 ? /\bfixes the critical issue\b/i : /\bfixes (?:both|all \w+) critical issues\b/i;
  expect(anchors?.['3']).toMatch(fixed);
  for (const { heard } of samples.filter(({ rating }) => rating > 2))
    expect(heard).toEqual(expect.arrayContaining(critical));
}

/**
 * Anchors about what happened are in the past tense. Those about what one would do are not, so that nobody needs an
 * occasion they never had.
 */
function isOfItsKind({ prompt, behavioural, anchors }: Question): void {
  const texts = anchors ? textsOf(anchors) : [];
  if (behavioural) expect(texts.filter((text) => /^(?:would|also would)\b/i.test(text))).toEqual([]);
  if (/\bwould you\b/.test(prompt)) expect(texts.filter((text) => HAPPENED.test(text))).toEqual([]);
}
const HAPPENED =
  /^(?:also )?(?:told|described|did|had|has \w+ed)\b|\b(?:told|described) (?:of|an?|the|how|what)\b/i;

/** Words that two raters hear differently, or that speak of luck. */
const EMPTY_WORDS =
  /\b(honest\w*|real(?:ly)?|sensible|sober|decent|good|bad|properly|appropriate\w*|missing|misses|lacks?|has since)\b/i;
/** Anchor 3 says what such an answer does, not what it leaves out. */
const LACKING = /\b(but|without|not yet|leaves out)\b/i;
/** Neighbours that share more of their words than this differ in wording alone; the closest that ship share .58. */
const SAME_LEVEL = 0.6;

/** All anchors that are written, 1 first. */
function textsOf(anchors: Anchors): string[] {
  return [anchors['1'], anchors['2'], anchors['3'], anchors['4'], anchors['5']].flatMap((text) => text ?? []);
}

/** One to two minutes of speech at 150 words a minute, with what was heard in it and the reason for its rating. */
function isRated(sample: SampleAnswer, { points }: Question | Exercise): void {
  isWithin(sample.text.split(/\s+/).length, 150, 300);
  const named = [...sample.heard, ...sample.partial];
  expect(new Set(named).size).toBe(named.length);
  expect(points.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  expect(sample.notHigher === null).toBe(sample.rating === 5);
  expect(sample.notLower === null).toBe(sample.rating === 1);
}

function isWithin(count: number, least: number, most: number): void {
  expect(count).toBeGreaterThanOrEqual(least);
  expect(count).toBeLessThanOrEqual(most);
}
