import { createHash } from 'node:crypto';
import { type Exercise, type Group, type Pack, pack, type Question } from '../protocol/pack';
import type { ExerciseDraft, GroupDraft, GuideDraft, QuestionDraft, Report } from './drafts';
import type { FrontMatter } from './front-matter';
import { type LimitIssue, limitProblem } from './limit-problem';
import { type GroupIds, type ItemIds, nameGroups, nameItems, reportDuplicates, toKey } from './naming';
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
    familyId: identity.id,
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
  for (const issue of parsed.error.issues) if (!isTold(issue)) report(limitProblem(issue, guide));
  return null;
}

/** A pack without title or groups, and a line 0, are reported by codes of their own. */
function isTold({ path, code }: Pick<LimitIssue, 'path' | 'code'>): boolean {
  return code === 'too_small' && (path.length === 1 || path.at(-2) === 'lines');
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
    afterHint: null,
    checks: null,
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
