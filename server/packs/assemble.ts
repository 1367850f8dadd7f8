import { createHash } from 'node:crypto';
import {
  type Exercise,
  type Group,
  type Pack,
  type PackProblem,
  pack,
  type Question,
} from '../protocol/pack';
import type { ExerciseDraft, GroupDraft, GuideDraft, QuestionDraft, Report } from './drafts';
import type { FrontMatter } from './front-matter';
import { Ids, isSlug, toSlug } from './ids';
import { shorten } from './parts';
import type { Statement } from './points';

export type PackIdentity = { id: string; title: string; source: string };

/** Gives the parts their ids and checks the whole against the schema; null when anything was reported. */
export function assemblePack(
  guide: GuideDraft,
  settings: FrontMatter,
  identity: PackIdentity,
  report: Report,
): Pack | null {
  reportDuplicates(guide, report);
  const groupIds = nameGroups(guide.groups, report);
  const groups = guide.groups.map((group) => toGroup(group, groupIds, settings));
  reportUnknownWeights(groups, settings, report);
  const itemIds = nameItems(guide, groupIds, report);
  const candidate = {
    id: identity.id,
    version: createHash('sha256').update(identity.source).digest('hex'),
    title: identity.title,
    notes: guide.notes,
    groups,
    questions: guide.questions.map((draft) => toQuestion(draft, itemIds, groupIds)),
    exercises: guide.exercises.map((draft) =>
      toExercise(draft, itemIds, findGroup(draft, groups, groupIds, report)),
    ),
    tips: guide.tips,
  } satisfies Pack;
  const parsed = pack.safeParse(candidate);
  if (parsed.success) return parsed.data;
  // A pack without groups has no questions either, and that is reported by its own code.
  const issues = parsed.error.issues.filter(({ path, code }) => path.length > 1 || code !== 'too_small');
  for (const issue of issues) report(toProblem(issue, guide));
  return null;
}

type GroupIds = Map<GroupDraft, string>;
type ItemIds = Map<QuestionDraft | ExerciseDraft, string>;
type Named = { line: number; explicitId: string | null };

/** Explicit ids first, so that a derived one never takes what an author wrote. */
function name<T extends Named>(
  drafts: T[],
  ids: Ids,
  wish: (draft: T) => string,
  report: Report,
): Map<T, string> {
  const names = new Map<T, string>();
  for (const draft of drafts) {
    const id = draft.explicitId;
    if (id === null) continue;
    const hint =
      'Write an id of its own in letters and digits joined by single dashes, such as {#payroll-isolation}.';
    if (!isSlug(id))
      report({ line: draft.line, code: 'bad-id', message: `"${shorten(id)}" cannot be an id.`, hint });
    else if (ids.take(id)) names.set(draft, id);
    else report({ line: draft.line, code: 'duplicate-id', message: `The id "${id}" is used twice.`, hint });
  }
  for (const draft of drafts) if (!names.has(draft)) names.set(draft, ids.derive(wish(draft)));
  return names;
}

function nameGroups(groups: GroupDraft[], report: Report): GroupIds {
  return name(groups, new Ids(), (group) => toSlug(group.title) || 'group', report);
}

function nameItems(guide: GuideDraft, groupIds: GroupIds, report: Report): ItemIds {
  const ordinals = new Map<QuestionDraft | ExerciseDraft, number>();
  const counts = new Map<GroupDraft, number>();
  for (const question of guide.questions) {
    const ordinal = (counts.get(question.group) ?? 0) + 1;
    counts.set(question.group, ordinal);
    ordinals.set(question, ordinal);
  }
  const wish = (draft: QuestionDraft | ExerciseDraft) =>
    'original' in draft
      ? `exercise-${toSlug(draft.title) || '1'}`
      : `${groupIds.get(draft.group)}-${ordinals.get(draft)}`;
  return name<QuestionDraft | ExerciseDraft>(
    [...guide.questions, ...guide.exercises],
    new Ids(),
    wish,
    report,
  );
}

function reportDuplicates(guide: GuideDraft, report: Report): void {
  const seen = new Map<string, number>();
  const all = [
    ...guide.questions.map((draft) => ({ what: 'question', text: draft.prompt, line: draft.line })),
    ...guide.exercises.map((draft) => ({ what: 'exercise', text: draft.title, line: draft.line })),
  ].sort((a, b) => a.line - b.line);
  for (const { what, text, line } of all) {
    const key = `${what} ${toKey(text)}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else {
      const message = `The ${what} "${shorten(text)}" stands on line ${first} already.`;
      report({
        line,
        code: `duplicate-${what}`,
        message,
        hint: 'Remove one of them, or ask something else.',
      });
    }
  }
}

function toKey(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim() || text
  );
}

function toGroup(draft: GroupDraft, ids: GroupIds, settings: FrontMatter): Group {
  const id = ids.get(draft) ?? '';
  const found = Object.entries(settings.weights ?? {}).find(([key]) =>
    names(key, { id, title: draft.title }),
  );
  const weight = found?.[1];
  return {
    id,
    title: draft.title,
    weight: weight?.weight ?? 1,
    weightReason: weight?.reason ?? null,
    notes: draft.notes,
  };
}

function names(key: string, group: { id: string; title: string }): boolean {
  return key === group.id || toKey(key) === toKey(group.title);
}

function reportUnknownWeights(groups: Group[], settings: FrontMatter, report: Report): void {
  for (const key of Object.keys(settings.weights ?? {})) {
    if (groups.some((group) => names(key, group))) continue;
    const hint = `The pack's groups are: ${groups.map((group) => group.id).join(', ')}.`;
    report({
      line: settings.line,
      code: 'unknown-group',
      message: `No group is named "${shorten(key)}".`,
      hint,
    });
  }
}

function findGroup(draft: ExerciseDraft, groups: Group[], ids: GroupIds, report: Report): string | null {
  const wanted = draft.competency;
  if (!wanted) return draft.group ? (ids.get(draft.group) ?? null) : null;
  const found = groups.find((group) => names(wanted.text, group));
  if (found) return found.id;
  const hint = `Write the title of a group, one of: ${groups.map((group) => group.title).join(', ')}.`;
  report({
    line: wanted.line,
    code: 'unknown-group',
    message: `No group is named "${shorten(wanted.text)}".`,
    hint,
  });
  return null;
}

function toQuestion(draft: QuestionDraft, ids: ItemIds, groupIds: GroupIds): Question {
  const { line: _line, explicitId: _id, group, points, followUps, ...rest } = draft;
  const id = ids.get(draft) ?? '';
  return {
    kind: 'question',
    id,
    groupId: groupIds.get(group) ?? '',
    ...rest,
    points: points.map((point, index) => toPoint(point, `${id}-p${index + 1}`)),
    followUps: followUps.map((followUp, index) => toFollowUp(followUp, `${id}-f${index + 1}`)),
  };
}

function toExercise(draft: ExerciseDraft, ids: ItemIds, groupId: string | null): Exercise {
  const {
    line: _line,
    explicitId: _id,
    group: _group,
    competency: _name,
    points,
    reasons,
    followUps,
    ...rest
  } = draft;
  const id = ids.get(draft) ?? '';
  return {
    kind: 'exercise',
    id,
    groupId,
    ...rest,
    points: points.map((point, index) => ({
      ...toPoint(point, `${id}-p${index + 1}`),
      severity: point.severity,
      lines: point.lines,
    })),
    reasons: reasons.map((reason, index) => toPoint(reason, `${id}-r${index + 1}`)),
    followUps: followUps.map((followUp, index) => toFollowUp(followUp, `${id}-f${index + 1}`)),
  };
}

function toPoint({ text, context }: Statement, id: string) {
  return { id, text, context };
}

function toFollowUp({ text, context }: Statement, id: string) {
  return { id, text, when: context };
}

type Issue = { path: PropertyKey[]; code: string; message: string };

function toProblem(issue: Issue, guide: GuideDraft): PackProblem {
  const [list, index, part, partIndex, field] = issue.path;
  const draft = draftAt(guide, list, index);
  const parts = draft && part && part in draft ? Reflect.get(draft, part) : null;
  const inner = Array.isArray(parts) && typeof partIndex === 'number' ? parts[partIndex] : null;
  const line = inner?.line ?? draft?.line ?? guide.title?.line ?? 1;
  const what = [list, part, field].filter((name) => name !== undefined).join(' → ');
  const isSize = issue.code === 'too_big';
  return {
    line,
    code: isSize ? 'too-big' : 'not-valid',
    message: `${what}: ${issue.message}.`,
    hint: isSize ? 'Shorten it, or split it up.' : 'Give it words, within the limits of a pack.',
  };
}

function draftAt(guide: GuideDraft, list: PropertyKey | undefined, index: PropertyKey | undefined) {
  if (typeof index !== 'number') return null;
  if (list === 'groups') return guide.groups[index] ?? null;
  if (list === 'questions') return guide.questions[index] ?? null;
  return list === 'exercises' ? (guide.exercises[index] ?? null) : null;
}
