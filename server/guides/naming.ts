import type { ExerciseDraft, GroupDraft, GuideDraft, QuestionDraft } from './drafts';
import { Ids, isSlug, toSlug } from './ids';
import type { Ledger } from './ledger';
import { shorten } from './parts';

export type GroupIds = Map<GroupDraft, string>;
export type ItemIds = Map<QuestionDraft | ExerciseDraft, string>;
type Named = { line: number; explicitId: string | null };

/** Explicit ids first, so that a derived id never takes one that an author wrote. */
function name<T extends Named>(
  drafts: T[],
  ids: Ids,
  wish: (draft: T) => string,
  ledger: Ledger,
): Map<T, string> {
  const names = new Map<T, string>();
  for (const draft of drafts) {
    const id = draft.explicitId;
    if (id === null) continue;
    const span = { line: draft.line, end: draft.line };
    const hint =
      'A new one is made. To choose your own, write letters and digits joined by single dashes, such as {#payroll-isolation}.';
    if (!isSlug(id)) ledger.doubt(span, 'bad-id', `"${shorten(id)}" cannot be an id. ${hint}`, ['drop-id']);
    else if (ids.take(id)) names.set(draft, id);
    else ledger.doubt(span, 'duplicate-id', `The id "${id}" is used twice. ${hint}`, ['drop-id']);
  }
  for (const draft of drafts) if (!names.has(draft)) names.set(draft, ids.derive(wish(draft)));
  return names;
}

export function nameGroups(groups: GroupDraft[], ledger: Ledger): GroupIds {
  return name(groups, new Ids(), (group) => toSlug(group.title) || 'group', ledger);
}

export function nameItems(guide: GuideDraft, groupIds: GroupIds, ledger: Ledger): ItemIds {
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
    ledger,
  );
}

/** Two questions or two exercises with the same text, ignoring case and punctuation. */
export function doubtDuplicates(guide: GuideDraft, ledger: Ledger): void {
  const seen = new Map<string, number>();
  const all = [
    ...guide.questions.map((draft) => ({
      what: 'question',
      text: `${draft.prompt} ${draft.code?.text ?? ''}`,
      line: draft.line,
    })),
    ...guide.exercises.map((draft) => ({ what: 'exercise', text: draft.title, line: draft.line })),
  ].sort((a, b) => a.line - b.line);
  for (const { what, text, line } of all) {
    const key = `${what} ${toKey(text)}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else {
      const message = `The ${what} "${shorten(text.trim())}" is on line ${first} already. Both are kept.`;
      ledger.doubt({ line, end: line }, `duplicate-${what}`, message, ['leave-out']);
    }
  }
}

/** A text without case and punctuation. */
export function toKey(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim() || text
  );
}

/** "Harbour crew 2" of `harbour_crew-2.md`; null of a name without words. */
export function titleOfFile(name: string): string | null {
  const words = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : null;
}
