import { readBrief, readNotes, readTips } from './aside-sections';
import { listOfTopic, pointsOf } from './asked-below';
import { withoutNumber } from './asking';
import type { BlockOf } from './blocks';
import { definitionIn } from './definition';
import { doubtList, doubtShared, doubtTopic } from './doubtful-notes';
import type { GroupDraft, GuideDraft } from './drafts';
import { readExercise } from './exercise';
import { asQuestion } from './exercise-as-question';
import { Groups } from './groups';
import { below, itemOfHeading, levelIn } from './headed-item';
import {
  type HeadingRole,
  holdsItems,
  holdsOne,
  isBareQuestion,
  isPartTitle,
  placeBelow,
  roleOfHeading,
} from './headings';
import { withHiddenHeadings } from './hidden-headings';
import { type SplitBlocks, splitItems } from './items';
import { COUNTED_TITLE } from './language';
import type { Ledger } from './ledger';
import { questionOf } from './listed-questions';
import { withoutListedTwice } from './listed-twice';
import type { OpenItem } from './open-item';
import type { Outline, Section } from './outline';
import { shorten, toNotes } from './parts';
import { readQuestion } from './question';
import { plain } from './runs';
import { withScenario } from './scenario';
import { shareAnswers } from './shared-answers';

/** Folds the blocks below their headings into title, groups, questions, exercises, tips and notes. */
export function foldGuide(outline: Outline, title: GuideDraft['title'], ledger: Ledger): GuideDraft {
  const guide: GuideDraft = {
    title,
    brief: [],
    notes: [],
    groups: [],
    questions: [],
    exercises: [],
    tips: [],
  };
  for (const span of outline.contents) ledger.leaveOut(span, 'an entry of a table of contents');
  if (outline.title) ledger.use({ line: outline.title.line, end: outline.title.line });
  const root = {
    ...outline.root,
    title: title?.text ?? 'Questions',
    line: title?.line ?? 1,
    end: title?.line ?? 1,
  };
  new Fold(guide, ledger).holder(root, { group: null, path: '', level: null });
  withoutListedTwice(guide, ledger);
  return guide;
}

/** A heading's context: its group, the titles above it, and how hard its questions are. */
interface Around {
  group: GroupDraft | null;
  path: string;
  level: string | null;
  /** It has one question, as the numbered headings beside it have. */
  single?: boolean;
}

class Fold {
  private readonly groups: Groups;

  constructor(
    private readonly guide: GuideDraft,
    private readonly ledger: Ledger,
  ) {
    this.groups = new Groups(guide);
  }

  /** Reads a heading with other headings, questions or prose below it. */
  holder(written: Section, around: Around): void {
    const section = this.withoutBareHeadings(withHiddenHeadings(written));
    const split = withScenario(section, splitItems(section.blocks), this.ledger);
    const placeOf = placeBelow(section, around.path);
    const roles = new Map(section.children.map((child) => [child, roleOfHeading(child, placeOf(child))]));
    const asking = section.children.some((child) => {
      const role = roles.get(child);
      return (
        role === 'question' ||
        (role === 'level' && section.depth > 0 && (holdsItems(child) || this.asksBelow(child)))
      );
    });
    const singles = section.depth > 0 ? section.children.filter(holdsOne) : [];
    const holds = asking || singles.length > 1 || split.items.some(({ kind }) => kind === 'question');
    const counted = section.depth > 0 && (COUNTED_TITLE.test(section.title) || around.single === true);
    const home = counted ? this.groups.homeOf(section, around.group) : null;
    const group = holds ? (home ?? this.groups.groupOf(section)) : around.group;
    if (counted)
      split.items[0]?.blocks.push({
        ...section,
        kind: 'label',
        label: 'notes',
        title: withoutNumber(section.title),
      });
    const anyHolds = section.children.some((child) => holdsItems(child));
    const asked = section.children.filter((child) => roles.get(child) === 'question').length;
    if (section.depth > 0) this.ledger.use(section);
    this.preface(section, split, group, holds);
    this.items(split, group, around.level);
    for (const [index, child] of section.children.entries()) {
      const isDivider =
        isPartTitle(child.title) &&
        index + 1 < section.children.length &&
        !isPartTitle(section.children[index + 1]?.title ?? '');
      const place = placeOf(child);
      const role = roles.get(child) ?? 'holder';
      const isEmpty = child.blocks.length === 0 && child.children.length === 0;
      if (isDivider && isEmpty) this.ledger.use(child);
      else if (isEmpty && role !== 'question' && role !== 'contents') this.emptyHeading(child);
      else {
        if (role === 'holder' && asked > 0) doubtTopic(child, this.ledger);
        else if (role === 'holder' && (holds || anyHolds) && !holdsItems(child))
          doubtList(child, this.ledger);
        const single = singles.length > 1 && singles.includes(child);
        this.section(role, child, section, { ...around, group, path: place.path, single });
      }
    }
  }

  /** A heading below "Question 3" is a neighbour of the other questions. */
  private withoutBareHeadings(section: Section): Section {
    const children = section.children.flatMap((child) => {
      const isBare = isBareQuestion(child.title) && child.blocks.length === 0 && child.children.length > 0;
      if (isBare) this.ledger.use(child);
      return isBare ? child.children : [child];
    });
    return { ...section, children };
  }

  /** A heading such as "Easy" below a topic: its questions belong to the topic. */
  private asksBelow(section: Section): boolean {
    const placeOf = placeBelow(section, '');
    return section.children.some((child) => roleOfHeading(child, placeOf(child)) === 'question');
  }

  private section(role: HeadingRole, section: Section, above: Section, around: Around): void {
    if (role === 'exercise' || role === 'question') this.headed(role, section, above, around);
    else if (role === 'brief') readBrief(section, this.guide, this.ledger);
    else if (role === 'tips') readTips(section, this.guide, this.ledger);
    else if (role === 'aside') readNotes(section, (around.group ?? this.guide).notes, this.ledger);
    else if (role === 'level') {
      this.ledger.use(section);
      const topic = { ...section, title: above.title, id: above.id };
      this.holder(topic, { ...around, level: levelIn(section.title) ?? around.level });
    } else this.holder(section, around);
    // A wiki underlines it as if everything below belonged to it.
    if (role === 'contents') this.ledger.leaveOut(section, 'the heading of a table of contents');
  }

  private emptyHeading(section: Section): void {
    this.ledger.leaveOut(section, 'an empty heading');
    this.ledger.doubt(
      section,
      'empty-heading',
      `The heading "${shorten(section.title)}" is empty. It is left out.`,
      ['question', 'leave-out'],
    );
  }

  private headed(
    kind: OpenItem['kind'],
    section: Section,
    above: Section,
    { group, path, level }: Around,
  ): void {
    const { heading, asked, rest } = itemOfHeading(kind, section, level);
    this.ledger.use(section);
    if (asked) this.ledger.use(asked);
    const { blocks, others } = below({ ...section, blocks: rest });
    this.items(splitItems(blocks, { heading, bare: false }), group, level);
    // Headings that ask, below one that does, are its neighbours.
    const placeOf = placeBelow(section, path);
    for (const child of others)
      this.section(roleOfHeading(child, { ...placeOf(child), isTop: false }), child, above, {
        group,
        path,
        level,
      });
  }

  private items(split: SplitBlocks, group: GroupDraft | null, level: string | null): void {
    for (const { block, reason } of split.out) this.ledger.leaveOut(block, reason);
    for (const { list } of split.items) if (list?.kind === 'table') this.ledger.use(list);
    shareAnswers(split.items);
    for (const item of split.items) this.item({ ...item, level: item.level ?? level }, group);
    for (const list of split.shared) doubtShared(list, this.ledger);
    for (const other of split.others) {
      const text = plain(other.runs);
      this.ledger.note(other);
      this.ledger.doubt(
        other,
        'not-asking',
        `"${shorten(text)}" is in a list of questions and does not ask. It is kept as a note.`,
        ['question', 'leave-out'],
      );
      (group?.notes ?? this.guide.notes).push(
        ...toNotes([{ kind: 'list', line: other.line, end: other.end, ordered: false, items: [other] }]),
      );
    }
  }

  private item(item: OpenItem, group: GroupDraft | null): void {
    if (item.kind === 'question') {
      const list = listOfTopic(item);
      if (list) this.topic(item, list);
      else this.question(item, group);
      return;
    }
    const exercise = readExercise(item, group, this.ledger);
    if (exercise.original === '' || exercise.points.length > 0) this.guide.exercises.push(exercise);
    else this.guide.questions.push(asQuestion(exercise, this.groups.homeOf(item, group), this.ledger));
  }

  /** A numbered topic above the questions that it is about. */
  private topic(item: OpenItem, list: BlockOf<'list'>): void {
    this.ledger.use(item);
    const message = `"${shorten(item.text)}" is read as a competency, because only the list below it asks.`;
    this.ledger.doubt({ line: item.line, end: item.line }, 'topic-as-question', message, [pointsOf(list)]);
    const group = this.groups.groupOf({ title: item.text, line: item.line, id: null });
    for (const block of item.blocks)
      if (block.kind === 'list')
        for (const asked of block.items) this.question(questionOf(asked, block), group);
  }

  private question(item: OpenItem, group: GroupDraft | null): void {
    if (item.byShape)
      this.ledger.doubt(
        { line: item.line, end: item.line },
        'asks-by-shape',
        `"${shorten(item.text)}" is read as a question, because lists like this one ask elsewhere.`,
        ['question', 'leave-out'],
      );
    const home = this.groups.homeOf(item, group);
    const draft = readQuestion(item, home, this.ledger);
    if (draft.prompt.trim() === '') {
      this.ledger.doubt(item, 'question-without-words', 'A question has no words. It is left out.', [
        'leave-out',
      ]);
      home.notes.push(...toNotes(item.blocks));
      return;
    }
    const named = draft.competency;
    const group2 = named ? this.groups.groupOf({ title: named.text, line: named.line, id: null }) : home;
    this.guide.questions.push({ ...draft, group: group2 });
  }

  /** What precedes the questions of a heading: the competency's definition, and notes. */
  private preface(section: Section, split: SplitBlocks, group: GroupDraft | null, own: boolean): void {
    const isRoot = section.depth === 0;
    const { definition, rest } = definitionIn(own ? split.preface : [], this.ledger);
    if (group && definition) group.definition = definition;
    const blocks = own ? rest : split.preface;
    for (const block of blocks) this.ledger.note(block);
    const target = group && !isRoot ? group.notes : this.guide.notes;
    target.push(...toNotes(blocks, own || isRoot ? undefined : section.title));
  }
}
