import { createHash } from 'node:crypto';
import {
  type Exercise,
  type Group,
  type Pack,
  type PackProblem,
  pack,
  type Question,
} from '../protocol/pack';
import type {
  ExerciseDraft,
  FollowUpDraft,
  GroupDraft,
  GuideDraft,
  QuestionDraft,
  SampleDraft,
} from './drafts';
import type { Rewriting } from './fixes';
import type { FrontMatter } from './front-matter';
import type { Ledger } from './ledger';
import { type LimitIssue, limitProblem } from './limit-problem';
import { doubtDuplicates, type GroupIds, type ItemIds, nameGroups, nameItems, toKey } from './naming';
import { shorten } from './parts';
import type { Statement } from './points';
import { withoutSetting, withSettingNamed } from './setting-fixes';

export type PackIdentity = { id: string; title: string; source: string };
export type Assembly = { pack: Pack | null; problems: PackProblem[] };

/** Gives the parts their ids and checks the whole against the schema: exceeding a limit is a problem. */
export function assemblePack(
  guide: GuideDraft,
  settings: FrontMatter,
  identity: PackIdentity,
  ledger: Ledger,
): Assembly {
  doubtDuplicates(guide, ledger);
  const groupIds = nameGroups(guide.groups, ledger);
  const groups = guide.groups.map((group) => toGroup(group, groupIds, settings));
  doubtUnknownWeights(groups, settings, ledger);
  const itemIds = nameItems(guide, groupIds, ledger);
  const candidate = {
    id: identity.id,
    familyId: identity.id,
    version: createHash('sha256').update(identity.source).digest('hex'),
    title: identity.title,
    brief: guide.brief,
    notes: guide.notes,
    groups,
    questions: guide.questions.map((draft) => toQuestion(draft, itemIds, groupIds)),
    exercises: guide.exercises.map((draft) =>
      toExercise(draft, itemIds, findGroup(draft, groups, groupIds, ledger)),
    ),
    tips: guide.tips,
  } satisfies Pack;
  const parsed = pack.safeParse(candidate);
  if (parsed.success) return { pack: parsed.data, problems: [] };
  const told = parsed.error.issues.filter((issue) => !isTold(issue));
  return { pack: null, problems: told.map((issue) => limitProblem(issue, guide)) };
}

/** A pack without groups asks nothing, which is reported as another problem. */
function isTold({ path, code }: Pick<LimitIssue, 'path' | 'code'>): boolean {
  return code === 'too_small' && path.length === 1;
}

function toGroup(draft: GroupDraft, ids: GroupIds, settings: FrontMatter): Group {
  const id = ids.get(draft) ?? '';
  const { title, notes, definition } = draft;
  const found = Object.entries(settings.weights ?? {}).find(([key]) => names(key, { id, title }));
  const weight = found?.[1];
  return { id, title, weight: weight?.weight ?? 1, weightReason: weight?.reason ?? null, definition, notes };
}

function names(key: string, group: { id: string; title: string }): boolean {
  return key === group.id || toKey(key) === toKey(group.title);
}

function doubtUnknownWeights(groups: Group[], settings: FrontMatter, ledger: Ledger): void {
  for (const key of Object.keys(settings.weights ?? {})) {
    if (groups.some((group) => names(key, group))) continue;
    const hint = `The pack's groups are: ${groups.map((group) => group.id).join(', ')}.`;
    const line = settings.line + 1;
    const message = `No group is named "${shorten(key)}". ${hint}`;
    ledger.doubt({ line, end: line }, 'unknown-group', message, [
      ...closest(key, groups).map((group) => withSettingNamed(settings, ['weights', key], group.id)),
      withoutSetting(settings, ['weights', key]),
    ]);
  }
}

function findGroup(draft: ExerciseDraft, groups: Group[], ids: GroupIds, ledger: Ledger): string | null {
  const wanted = draft.competency;
  const around = draft.group ? (ids.get(draft.group) ?? null) : null;
  if (!wanted) return around;
  const found = groups.find((group) => names(wanted.text, group));
  if (found) return found.id;
  const hint = `Write the title of a group, one of: ${groups.map((group) => group.title).join(', ')}.`;
  ledger.doubt(wanted, 'unknown-group', `No group is named "${shorten(wanted.text)}". ${hint}`, [
    ...closest(wanted.text, groups).map(({ title }): Rewriting => {
      const write = (text: string) => text.replace(wanted.text, title);
      return { kind: 'group', name: title, span: wanted, write };
    }),
    { kind: 'leave-out', span: wanted, write: (text) => withoutNamed(text, wanted.text) },
  ]);
  return around;
}

/** The line without this label and value; others may be beside them. */
function withoutNamed(text: string, value: string): string {
  const at = text.indexOf(value);
  if (at < 0) return text;
  const before = text
    .slice(0, at)
    .replace(/(?:^|(?<=[·|\n]))[^·|\n]*[:：][\s*_]*$|^\s*#{1,6}[^\n]*\n\s*$/, '');
  const behind = text.slice(at + value.length).replace(/^[*_]*\s*[·|]?\s*/, '');
  return `${before}${behind}`.trim();
}

/** The group whose name is most like these words; none if no name is like them. */
function closest(words: string, groups: readonly Group[]): Group[] {
  const pairs = (text: string) => {
    const key = ` ${toKey(text)} `;
    return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
  };
  const own = pairs(words);
  const [best] = groups
    .map((group) => {
      const other = pairs(group.title);
      const both = [...own].filter((pair) => other.has(pair)).length;
      return { group, share: (2 * both) / (own.size + other.size) };
    })
    .sort((a, b) => b.share - a.share);
  return best && best.share >= ALIKE ? [best.group] : [];
}

/** Above this share of common letter pairs, a name counts as a misspelling of another. */
const ALIKE = 0.4;

function toQuestion(draft: QuestionDraft, ids: ItemIds, groupIds: GroupIds): Question {
  const {
    line: _line,
    end: _end,
    explicitId: _id,
    competency: _name,
    group,
    points,
    followUps,
    samples,
    ...rest
  } = draft;
  const id = ids.get(draft) ?? '';
  const own = points.map((point, index) => toPoint(point, `${id}-p${index + 1}`));
  return {
    kind: 'question',
    id,
    groupId: groupIds.get(group) ?? '',
    ...rest,
    points: own,
    followUps: followUps.map((followUp, index) => toFollowUp(followUp, `${id}-f${index + 1}`)),
    samples: samples.map((sample) => toSample(sample, own)),
  };
}

function toExercise(draft: ExerciseDraft, ids: ItemIds, groupId: string | null): Exercise {
  const {
    line: _line,
    end: _end,
    explicitId: _id,
    group: _group,
    competency: _name,
    points,
    reasons,
    followUps,
    samples,
    ...rest
  } = draft;
  const id = ids.get(draft) ?? '';
  const own = points.map((point, index) => ({
    ...toPoint(point, `${id}-p${index + 1}`),
    severity: point.severity,
    lines: point.lines,
  }));
  return {
    kind: 'exercise',
    id,
    groupId,
    ...rest,
    points: own,
    reasons: reasons.map((reason, index) => toPoint(reason, `${id}-r${index + 1}`)),
    followUps: followUps.map((followUp, index) => toFollowUp(followUp, `${id}-f${index + 1}`)),
    samples: samples.map((sample) => toSample(sample, own)),
  };
}

function toPoint({ text, context }: Statement, id: string) {
  return { id, text, context };
}

function toFollowUp({ text, context, facts }: FollowUpDraft, id: string) {
  return { id, text, when: context, facts };
}

/** With ids instead of positions. */
function toSample(sample: SampleDraft, points: { id: string }[]): Question['samples'][number] {
  const idsOf = (places: number[]) => places.flatMap((place) => points[place - 1]?.id ?? []);
  return { ...sample, heard: idsOf(sample.heard), partial: idsOf(sample.partial) };
}
