import { z } from 'zod';

/**
 * The largest counts in a pack, which are limited because a room keeps a copy of its pack. The sizes of a source (bytes,
 * lines, lines between two headings, characters without a blank line) limit the time of reading it.
 */
export const PACK_LIMITS = {
  bytes: 1_048_576,
  lines: 20_000,
  sectionLines: 2_000,
  paragraph: 8_000,
  groups: 40,
  questions: 400,
  exercises: 60,
  points: 20,
} as const;

/** Plain text: emphasis and links are resolved, only code keeps its backticks. */
const text = z.string().trim().min(1).max(4_000);
const longText = z.string().trim().min(1).max(16_000);
const notes = z.array(text).max(300);
const slug = z
  .string()
  .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'letters and digits joined by single dashes')
  .max(120);

/** One thing that a good answer covers, or one planted issue of an exercise; `context` says why it matters. */
export const keyPoint = z.strictObject({ id: slug, text, context: text.nullable() });
export type KeyPoint = z.infer<typeof keyPoint>;

/** `facts` are read to the candidate with the follow-up. */
export const followUp = z.strictObject({
  id: slug,
  text,
  when: text.nullable(),
  facts: text.nullable().default(null),
});
export type FollowUp = z.infer<typeof followUp>;

/** What an answer with each rating from 1 to 5 covers. A pack gives at least 1, 3 and 5, or no anchors (null). */
export const anchors = z.strictObject({
  '1': text,
  '2': text.nullable(),
  '3': text,
  '4': text.nullable(),
  '5': text,
});
export type Anchors = z.infer<typeof anchors>;

/** A sample answer with its rating. `heard` and `partial` are ids of points, or of planted issues. */
export const sampleAnswer = z.strictObject({
  rating: z.int().min(1).max(5),
  text: longText,
  heard: z.array(slug).max(PACK_LIMITS.points),
  partial: z.array(slug).max(PACK_LIMITS.points),
  notHigher: text.nullable(),
  notLower: text.nullable(),
});
export type SampleAnswer = z.infer<typeof sampleAnswer>;

/** Something that a good answer has said by then; seconds since the question was asked. */
export const milestone = z.strictObject({ atSeconds: z.int().min(0).max(7_200), text });

/** Code that belongs to a prompt, which the candidate sees. */
export const promptCode = z.strictObject({
  language: z.string().max(40).nullable(),
  text: z.string().min(1).max(16_000),
});

const tags = z.array(z.string().trim().min(1).max(60)).max(20);
/** `item` in the same pack, or `pack/item`: twins and spoilers, which one room never gets together. */
const notWith = z.array(z.string().max(250)).max(20);

const shared = {
  samples: z.array(sampleAnswer).max(6).default([]),
  tags: tags.default([]),
  notWith: notWith.default([]),
};

export const question = z.strictObject({
  ...shared,
  kind: z.literal('question'),
  id: slug,
  groupId: slug,
  prompt: text,
  code: promptCode.nullable().default(null),
  why: text.nullable(),
  /** Empty if the guide lists none: then only `answer`, if anything, says what a good answer covers. */
  points: z.array(keyPoint).max(PACK_LIMITS.points),
  /** What a good answer says, for the panel alone: the guide's prose, quotes and code. */
  answer: longText.nullable().default(null),
  followUps: z.array(followUp).max(12),
  anchors: anchors.nullable(),
  weakAnswers: z.array(text).max(12),
  level: z.string().max(40).nullable(),
  targetSeconds: z.int().min(15).max(3_600).nullable(),
  /** A behavioural question, whose answer is expected to pass through Situation, Task, Action and Result. */
  behavioural: z.boolean(),
  /** Whether it is a question of the classic panel. */
  classic: z.boolean().default(false),
  /** What the interviewer may tell a candidate who asks. */
  facts: z.array(text).max(40).default([]),
  milestones: z.array(milestone).max(12).default([]),
  notes,
});
export type Question = z.infer<typeof question>;

export const plantedIssue = keyPoint.extend({
  severity: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
  /** 1-based lines of `original` that hold the issue; empty when the source does not say. */
  lines: z.array(z.int().min(1)).max(80),
});

/** Programs that check whether a candidate's code works; `data` is SQL that is loaded first. */
export const checks = z.strictObject({
  shown: z.string().max(16_000).nullable(),
  hidden: z.string().max(16_000).nullable(),
  data: z.string().max(16_000).nullable(),
});
export type Checks = z.infer<typeof checks>;

/** An exercise's fields one by one, for code that sends only some of them. */
export const exerciseParts = z.strictObject({
  ...shared,
  kind: z.literal('exercise'),
  id: slug,
  groupId: slug.nullable(),
  title: text,
  prompt: text,
  language: z.string().max(40).nullable(),
  /** Empty for a scratch pad. */
  original: z.string().max(16_000),
  points: z.array(plantedIssue).max(PACK_LIMITS.points),
  improved: z.string().min(1).max(16_000).nullable(),
  /** What each change buys (and costs). */
  reasons: z.array(keyPoint).max(PACK_LIMITS.points),
  hints: z.array(text).max(6),
  followUps: z.array(followUp).max(12),
  anchors: anchors.nullable(),
  level: z.string().max(40).nullable(),
  targetSeconds: z.int().min(15).max(7_200).nullable(),
  /** What a used hint means for the score. */
  afterHint: text.nullable().default(null),
  checks: checks.nullable().default(null),
  notes,
});

/** Code to improve has planted issues; only a scratch pad has neither code nor issues. */
export const exercise = exerciseParts.refine(({ original, points }) => original === '' || points.length > 0, {
  path: ['points'],
  message: 'the code has no issues',
});
export type Exercise = z.infer<typeof exercise>;

export const packItem = z.discriminatedUnion('kind', [question, exercise]);
export type PackItem = z.infer<typeof packItem>;

/** The raters' shared understanding of a competency. */
export const definition = z.strictObject({
  is: text.nullable(),
  isNot: text.nullable(),
  signs: z.array(text).max(20),
  /** What looks like it but is something else. */
  contaminants: z.array(text).max(20),
});
export type Definition = z.infer<typeof definition>;

/** A heading in the guide with questions under it. All competencies weigh the same unless `weight` says otherwise. */
export const group = z.strictObject({
  id: slug,
  title: z.string().trim().min(1).max(200),
  weight: z.number().positive().max(10),
  weightReason: text.nullable(),
  definition: definition.nullable().default(null),
  notes,
});
export type Group = z.infer<typeof group>;

export const tip = z.strictObject({ text, context: text.nullable() });
export type Tip = z.infer<typeof tip>;

/** A part of the panel's introduction; a paragraph or a list item is one line. */
export const briefPart = z.strictObject({
  title: z.string().trim().min(1).max(200),
  lines: z.array(text).max(60),
});
export type BriefPart = z.infer<typeof briefPart>;

/** A set of questions and exercises, in the order of its source. Item ids are unique in a pack. */
export const pack = z.strictObject({
  id: slug,
  /** Copies of a pack, its later versions and imports of the same text are one family: an item heard in one is heard in all. */
  familyId: slug,
  /** SHA-256 (hex, 64 characters) of the source text: a round keeps the version with which it was played. */
  version: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string().trim().min(1).max(200),
  brief: z.array(briefPart).max(20).default([]),
  notes,
  groups: z.array(group).min(1).max(PACK_LIMITS.groups),
  questions: z.array(question).max(PACK_LIMITS.questions),
  exercises: z.array(exercise).max(PACK_LIMITS.exercises),
  tips: z.array(tip).max(60),
});
export type Pack = z.infer<typeof pack>;

/**
 * Lines `from` to `to` (1-based, inclusive) become `text`; an empty `text` deletes them. `line`: the line of the warning
 * that the edit is for.
 */
export const packEdit = z.strictObject({
  line: z.int().min(1),
  from: z.int().min(1),
  to: z.int().min(1),
  text: z.string(),
});
export type PackEdit = z.infer<typeof packEdit>;

/** A change of the source by one click. `line` is the first line that it changes. */
export const packFix = z.strictObject({
  line: z.int().min(1),
  kind: z.enum([
    'question',
    'answer',
    'leave-out',
    'title',
    'close-fence',
    'drop-id',
    'note',
    'anchors',
    'target',
    'lines',
    'group',
    'blank-page',
  ]),
  /** What takes the place of what is there, such as the competency that was meant; null where that has no name. */
  name: z.string().nullable(),
  edits: z.array(packEdit).min(1),
});
export type PackFix = z.infer<typeof packFix>;

/**
 * Something that was not fully understood: what was found, and how it was read. The pack can still be played. Many
 * findings of one code are one warning, whose `line` is the first of `lines`.
 */
export const packWarning = z.strictObject({
  line: z.int().min(1),
  code: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  message: z.string(),
  lines: z.array(z.int().min(1)).min(1),
  /** The most likely one first. */
  fixes: z.array(packFix),
});
export type PackWarning = z.infer<typeof packWarning>;

/** What was found, where, and what to write instead. `line` is 1-based; `code` is stable. */
export const packProblem = z.strictObject({
  line: z.int().min(1),
  code: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  message: z.string(),
  hint: z.string(),
});
export type PackProblem = z.infer<typeof packProblem>;
