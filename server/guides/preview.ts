import type { PackPreview, ReadItem, ReadPoint } from '../protocol/pack-library';
import type { ExerciseDraft, GroupDraft, GuideDraft, QuestionDraft } from './drafts';
import { toKey } from './naming';
import type { IssueMark, Statement } from './points';

/** What was read from a guide, in its order, each part with its line. Works for a guide with problems too. */
export function previewOf(guide: GuideDraft): PackPreview {
  const items = new Map<GroupDraft | null, ReadItem[]>();
  const put = (home: GroupDraft | null, item: ReadItem) => {
    const known = items.get(home);
    if (known) known.push(item);
    else items.set(home, [item]);
  };
  for (const question of guide.questions) put(question.group, readQuestion(question));
  for (const exercise of guide.exercises) put(homeOf(exercise, guide.groups), readExercise(exercise));
  return {
    groups: guide.groups.map((group) => ({
      line: group.line,
      title: group.title,
      items: items.get(group) ?? [],
      notes: group.notes,
    })),
    loose: items.get(null) ?? [],
    tips: guide.tips,
    notes: guide.notes,
  };
}

export const EMPTY_PREVIEW: PackPreview = { groups: [], loose: [], tips: [], notes: [] };

function homeOf({ competency, group }: ExerciseDraft, groups: GroupDraft[]): GroupDraft | null {
  if (!competency) return group;
  const key = toKey(competency.text);
  return (
    groups.find(({ title, explicitId }) => toKey(title) === key || explicitId === competency.text) ?? null
  );
}

function readQuestion(draft: QuestionDraft): ReadItem {
  const { line, prompt, why, weakAnswers, anchors, level, targetSeconds, behavioural, notes } = draft;
  return {
    id: null,
    kind: 'question',
    line,
    title: prompt,
    task: null,
    why,
    points: draft.points.map((point) => readPoint(point)),
    answer: draft.answer,
    code: draft.code?.text ?? null,
    followUps: draft.followUps.map((followUp) => readPoint(followUp)),
    weakAnswers,
    anchors,
    level,
    targetSeconds,
    behavioural,
    language: null,
    original: null,
    improved: null,
    reasons: [],
    hints: [],
    samples: draft.samples.map(({ rating, text }) => ({ rating, text })),
    tags: draft.tags,
    notes,
  };
}

function readExercise(draft: ExerciseDraft): ReadItem {
  const { line, title, prompt, anchors, level, targetSeconds, language, original, improved, hints, notes } =
    draft;
  return {
    id: null,
    kind: 'exercise',
    line,
    title,
    task: prompt,
    why: null,
    points: draft.points.map((point) => readPoint(point, point)),
    answer: null,
    code: null,
    followUps: draft.followUps.map((followUp) => readPoint(followUp)),
    weakAnswers: [],
    anchors,
    level,
    targetSeconds,
    behavioural: false,
    language,
    original,
    improved,
    reasons: draft.reasons.map((reason) => readPoint(reason)),
    hints,
    samples: draft.samples.map(({ rating, text }) => ({ rating, text })),
    tags: draft.tags,
    notes,
  };
}

function readPoint({ line, text, context }: Statement, mark?: IssueMark): ReadPoint {
  return { line, text, context, mark: mark ? markInWords(mark) : null };
}

export function markInWords({ severity, lines }: IssueMark): string | null {
  const where = lines.length > 0 ? `line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}` : null;
  return [severity, where].filter((part) => part !== null).join(', ') || null;
}
