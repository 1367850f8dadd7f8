import { markInWords } from '../guides/preview';
import type { Exercise, KeyPoint, Pack, Question } from '../protocol/pack';
import type { PackPreview, ReadItem, ReadPoint } from '../protocol/pack-library';

/** A whole pack in the shape of a source's preview, for somebody who may see all of it. */
export function readingOf(pack: Pack): PackPreview {
  const itemsOf = (groupId: string | null) => [
    ...pack.questions.filter((item) => item.groupId === groupId).map(readQuestion),
    ...pack.exercises.filter((item) => item.groupId === groupId).map(readExercise),
  ];
  return {
    groups: pack.groups.map(({ id, title, notes }) => ({ line: 0, title, items: itemsOf(id), notes })),
    loose: itemsOf(null),
    tips: pack.tips,
    notes: pack.notes,
  };
}

function readQuestion(item: Question): ReadItem {
  const { id, prompt, why, answer, code, weakAnswers, behavioural } = item;
  return {
    ...shared(item),
    id,
    kind: 'question',
    title: prompt,
    task: null,
    why,
    points: item.points.map((point) => readPoint(point)),
    answer,
    code: code?.text ?? null,
    weakAnswers,
    behavioural,
    language: null,
    original: null,
    improved: null,
    reasons: [],
    hints: [],
  };
}

function readExercise(item: Exercise): ReadItem {
  const { id, title, prompt, language, original, improved, hints } = item;
  return {
    ...shared(item),
    id,
    kind: 'exercise',
    title,
    task: prompt,
    why: null,
    points: item.points.map((point) => readPoint(point, markInWords(point))),
    answer: null,
    code: null,
    weakAnswers: [],
    behavioural: false,
    language,
    original,
    improved,
    reasons: item.reasons.map((reason) => readPoint(reason)),
    hints,
  };
}

function shared({ followUps, anchors, level, targetSeconds, samples, tags, notes }: Question | Exercise) {
  return {
    line: 0,
    followUps: followUps.map(({ text, when }) => ({ line: 0, text, context: when, mark: null })),
    anchors,
    level,
    targetSeconds,
    samples: samples.map(({ rating, text }) => ({ rating, text })),
    tags,
    notes,
  };
}

function readPoint({ text, context }: KeyPoint, mark: string | null = null): ReadPoint {
  return { line: 0, text, context, mark };
}
