import { besideContents } from './contents';
import type { ExerciseDraft, GroupDraft, GuideDraft, Report } from './drafts';
import { readExercise } from './exercise';
import { withHiddenHeadings } from './hidden-headings';
import { type FoundItem, splitItems } from './items';
import type { Outline, Section } from './outline';
import { shorten, toNotes } from './parts';
import type { Piece } from './pieces';
import { toStatement } from './points';
import {
  asksOutright,
  endsAsQuestion,
  isContentsTitle,
  isExerciseTitle,
  isNumbered,
  isPartTitle,
  isQuestionNumbered,
  opensAsPrompt,
  tidyGroupTitle,
  withoutNumber,
} from './prompts';
import { readQuestion } from './question';
import { plain } from './runs';
import { reportUnread } from './unread';

const TIPS =
  /\b(?:checklist|tips|preparation|prepare|before (?:the|your) (?:interview|panel)|checkliste|vorbereitung|preparación|préparation)\b|подготовк|чек-?лист|チェックリスト|准备|清单/i;
const EXERCISES = /\b(?:exercises|katas|challenges)\b/i;

/** Walks the headings and reads what each of them holds: a group, a question, an exercise, tips or prose. */
export function readGuide(outline: Outline, title: GuideDraft['title'], report: Report): GuideDraft {
  const guide: GuideDraft = { title, notes: [], groups: [], questions: [], exercises: [], tips: [] };
  const root = { ...outline.root, title: title?.text ?? 'Questions', line: title?.line ?? 1 };
  new Walk(guide, report).holder(root, null, '');
  return guide;
}

class Walk {
  constructor(
    private readonly guide: GuideDraft,
    private readonly report: Report,
  ) {}

  /** Reads a heading that holds others, or questions, or prose. `parent`: titles above it. */
  holder(written: Section, enclosing: GroupDraft | null, parent: string): void {
    const section = withHiddenHeadings(written);
    const { preface, items } = splitItems(section.pieces);
    const around = aroundHeadings(section);
    const asking = section.children.some((child) => asksByHeading(child, around));
    const holdsQuestions = asking || items.some((item) => item.kind === 'question');
    const group = holdsQuestions ? this.groupOf(section) : enclosing;
    this.keepNotes(section, preface, holdsQuestions ? group : enclosing, holdsQuestions);
    for (const item of items) this.item(item, group);
    for (const [index, child] of section.children.entries()) {
      const isDivider = isPartTitle(child.title) && startsPart(section.children[index + 1]);
      const isEmpty = child.pieces.length === 0 && child.children.length === 0;
      if (isEmpty && !isDivider) this.reportEmpty(child);
      else if (!isEmpty) this.section(child, group, { ...around, parent: `${section.title} ${parent}` });
    }
  }

  private section(section: Section, group: GroupDraft | null, around: Around & { parent: string }): void {
    if (isContentsTitle(section.title)) {
      // A wiki underlines it as if it held all that follows.
      this.holder({ ...section, pieces: besideContents(section.pieces) }, group, around.parent);
      return;
    }
    if (isExercise(section, around.parent)) {
      this.headed('exercise', section, group);
    } else if (asksByHeading(section, around)) {
      this.headed('question', section, group);
    } else if (
      TIPS.test(section.title) &&
      !splitItems(section.pieces).items.length &&
      section.children.length === 0
    ) {
      this.guide.tips.push(...tipsOf(section.pieces));
      this.guide.notes.push(...toNotes(section.pieces.filter(({ kind }) => kind !== 'list')));
    } else this.holder(section, group, around.parent);
  }

  private reportEmpty({ line, title }: Section): void {
    this.report({
      line,
      code: 'empty-heading',
      message: `The heading "${shorten(title)}" holds nothing.`,
      hint: 'Write its questions below it, or remove the heading.',
    });
  }

  private headed(kind: FoundItem['kind'], section: Section, group: GroupDraft | null): void {
    const { heading, pieces } = asItem(kind, section);
    for (const item of splitItems(pieces, heading).items) this.item(item, group);
  }

  private item(item: FoundItem, group: GroupDraft | null): void {
    if (item.kind === 'exercise') {
      const exercise: ExerciseDraft | null = readExercise(item, group, this.report);
      if (exercise) this.guide.exercises.push(exercise);
    } else {
      const home =
        group ?? this.groupOf({ title: this.guide.title?.text ?? 'Questions', line: item.line, id: null });
      const question = readQuestion(item, home, this.report);
      if (question) this.guide.questions.push(question);
    }
  }

  /** Headings with one title are one group, so that a bank may be written in parts. */
  private groupOf(section: Pick<Section, 'title' | 'line' | 'id'>): GroupDraft {
    const title = tidyGroupTitle(section.title);
    const known = this.guide.groups.find((group) => group.title.toLowerCase() === title.toLowerCase());
    if (known) return known;
    const group: GroupDraft = { title, notes: [], line: section.line, explicitId: section.id };
    this.guide.groups.push(group);
    return group;
  }

  private keepNotes(section: Section, pieces: Piece[], group: GroupDraft | null, own: boolean): void {
    reportUnread(section, pieces, own, this.report);
    const isRoot = section.depth === 0;
    const target = group && !isRoot ? group.notes : this.guide.notes;
    target.push(...toNotes(pieces, own || isRoot ? undefined : section.title));
  }
}

/** A part's title may stand on the level of its groups; it then holds what follows, unless that is a part too. */
function startsPart(next: Section | undefined): boolean {
  return next !== undefined && !isPartTitle(next.title);
}

function tipsOf(pieces: Piece[]) {
  return pieces
    .flatMap((piece) => (piece.kind === 'list' ? piece.items : []))
    .map((item) => toStatement(item))
    .filter((tip) => tip.text !== '')
    .map(({ text, context }) => ({ text, context }));
}

function isExercise(section: Section, above: string): boolean {
  if (isExerciseTitle(section.title)) return true;
  if (splitItems(section.pieces).items.length > 0) return false;
  const labelled = section.pieces.some((piece) => piece.kind === 'label' && piece.label === 'original');
  return labelled || (EXERCISES.test(above) && section.pieces.some((piece) => piece.kind === 'code'));
}

/** What the headings below one heading are, taken together: whether any asks by itself, or holds questions. */
type Around = { isTop: boolean; anyAsks: boolean; anyHolds: boolean };

function aroundHeadings(above: Section): Around {
  return {
    isTop: above.depth === 0,
    anyAsks: above.children.some((child) => isQuestionNumbered(child.title) || asksWithList(child)),
    anyHolds: above.children.some((child) => holdsQuestions(child)),
  };
}

/** Whether a heading is itself a question: numbered as one, or asking, with key points below it. */
function asksByHeading(section: Section, { isTop, anyAsks, anyHolds }: Around): boolean {
  const title = section.title;
  if (isQuestionNumbered(title) || isBareQuestion(title)) return true;
  if (isExerciseTitle(title) || holdsPrompts(section)) return false;
  if (asksWithList(section)) return !isTop || !anyHolds;
  if (endsAsQuestion(title)) return anyAsks;
  if (asksOutright(title) && startsWithList(section)) return true;
  const opens = opensAsPrompt(withoutNumber(title)) && startsWithList(section);
  return opens && (isNumbered(title) || anyAsks);
}

function isBareQuestion(title: string): boolean {
  return /^(?:question|q)\s*\d*$/i.test(title);
}

function asksWithList(section: Section): boolean {
  return endsAsQuestion(section.title) && startsWithList(section) && !holdsPrompts(section);
}

function startsWithList(section: Section): boolean {
  return section.pieces.some((piece) => piece.kind === 'list');
}

function holdsPrompts(section: Section): boolean {
  return splitItems(section.pieces).items.length > 0;
}

function holdsQuestions(section: Section): boolean {
  return (
    holdsPrompts(section) ||
    section.children.some(
      (child) => isQuestionNumbered(child.title) || asksWithList(child) || holdsQuestions(child),
    )
  );
}

/** A section as an item. Headings below it are notes; below a bare "Question" the first line is the prompt. */
function asItem(kind: FoundItem['kind'], section: Section): { heading: FoundItem; pieces: Piece[] } {
  const pieces = [...section.pieces, ...section.children.flatMap((child) => flatten(child))];
  const base = { kind, line: section.line, id: section.id, byHeading: true, number: null, pieces: [] };
  const [first, ...rest] = pieces;
  if (kind === 'question' && isBareQuestion(section.title) && first?.kind === 'text') {
    return { heading: { ...base, text: plain(first.runs) }, pieces: rest };
  }
  const text = kind === 'question' ? withoutNumber(section.title) : section.title;
  return { heading: { ...base, text }, pieces };
}

function flatten(section: Section): Piece[] {
  const label: Piece = { kind: 'label', line: section.line, label: 'notes', title: section.title };
  return [label, ...section.pieces, ...section.children.flatMap((child) => flatten(child))];
}
