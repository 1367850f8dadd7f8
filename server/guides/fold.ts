import { asksOutright, isExerciseTitle, takeId, withoutNumber } from './asking';
import { type Block, textIn } from './blocks';
import { definitionIn } from './definition';
import type { ExerciseDraft, GroupDraft, GuideDraft, QuestionDraft } from './drafts';
import { readExercise } from './exercise';
import {
  type HeadingRole,
  holdsItems,
  isBareQuestion,
  isPartTitle,
  placeBelow,
  roleOfHeading,
  tidyGroupTitle,
} from './headings';
import { withHiddenHeadings } from './hidden-headings';
import { type SplitBlocks, splitItems } from './items';
import { TURNED_ROUND } from './language';
import type { Ledger } from './ledger';
import { toKey } from './naming';
import { type OpenItem, openItem } from './open-item';
import { headingLabel, type Outline, type Section } from './outline';
import { inPieces, shorten, toNotes } from './parts';
import { toStatement } from './points';
import { readQuestion } from './question';
import { plain } from './runs';

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

/** What is around a heading: the group that it is in, the titles above it, and how hard its questions are. */
interface Around {
  group: GroupDraft | null;
  path: string;
  level: string | null;
}

class Fold {
  /** By what their titles say. */
  private readonly groups = new Map<string, GroupDraft>();

  constructor(
    private readonly guide: GuideDraft,
    private readonly ledger: Ledger,
  ) {}

  /** Reads a heading that holds others, or questions, or prose. */
  holder(written: Section, around: Around): void {
    const section = withHiddenHeadings(written);
    const split = splitItems(section.blocks);
    const placeOf = placeBelow(section, around.path);
    const roles = new Map(section.children.map((child) => [child, roleOfHeading(child, placeOf(child))]));
    const asking = section.children.some((child) => {
      const role = roles.get(child);
      return (
        role === 'question' ||
        (role === 'level' && section.depth > 0 && (holdsItems(child) || this.asksBelow(child)))
      );
    });
    const holds = asking || split.items.some(({ kind }) => kind === 'question');
    const group = holds ? this.groupOf(section) : around.group;
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
      else this.section(role, child, section, { ...around, group, path: place.path });
    }
  }

  /** A heading such as "Easy" below a topic: its questions are the topic's. */
  private asksBelow(section: Section): boolean {
    const placeOf = placeBelow(section, '');
    return section.children.some((child) => roleOfHeading(child, placeOf(child)) === 'question');
  }

  private section(role: HeadingRole, section: Section, above: Section, around: Around): void {
    if (role === 'exercise' || role === 'question') this.headed(role, section, above, around);
    else if (role === 'brief') this.brief(section);
    else if (role === 'tips') this.tips(section);
    else if (role === 'aside') this.notes(section, around.group);
    else if (role === 'level') {
      this.ledger.use(section);
      const topic = { ...section, title: above.title, id: above.id };
      this.holder(topic, { ...around, level: levelIn(section.title) });
    } else this.holder(section, around);
    // A wiki underlines it as if it held all that follows.
    if (role === 'contents') this.ledger.leaveOut(section, 'the heading of a table of contents');
  }

  private emptyHeading(section: Section): void {
    this.ledger.leaveOut(section, 'a heading that holds nothing');
    this.ledger.doubt(
      section,
      'empty-heading',
      `The heading "${shorten(section.title)}" holds nothing. It is left out.`,
      ['question', 'leave-out'],
    );
  }

  private headed(
    kind: OpenItem['kind'],
    section: Section,
    above: Section,
    { group, path, level }: Around,
  ): void {
    const heading = itemOfHeading(kind, section, level);
    this.ledger.use(section);
    const { blocks, others } = below(section);
    this.items(
      splitItems(heading.blocks.length > 0 ? heading.blocks.splice(0) : blocks, { heading, bare: false }),
      group,
      level,
    );
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
      this.question(item, group);
      return;
    }
    const exercise = readExercise(item, group, this.ledger);
    if (exercise.original === '' || exercise.points.length > 0) {
      if (exercise.original === '')
        this.ledger.doubt(
          item,
          'exercise-without-original',
          `The exercise "${shorten(item.text)}" has no original code: the candidate begins on a blank page. Write **Original Code:** and a fenced block to give some.`,
        );
      this.guide.exercises.push(
        exercise.original === ''
          ? { ...exercise, points: exercise.points.map((point) => ({ ...point, lines: [] })) }
          : exercise,
      );
      return;
    }
    this.ledger.doubt(
      item,
      'exercise-without-issues',
      `The exercise "${shorten(item.text)}" lists nothing that is wrong with its code. It is asked as a question, with the code. Write **Issues:** and a list to make it an exercise.`,
    );
    this.guide.questions.push(
      asQuestion(
        exercise,
        group ?? this.groupOf({ title: this.guide.title?.text ?? 'Questions', line: item.line, id: null }),
      ),
    );
  }

  private question(item: OpenItem, group: GroupDraft | null): void {
    const home =
      group ?? this.groupOf({ title: this.guide.title?.text ?? 'Questions', line: item.line, id: null });
    const draft = readQuestion(item, home, this.ledger);
    if (draft.prompt.trim() === '') {
      this.ledger.doubt(item, 'question-without-words', 'A question has no words. It is left out.', [
        'leave-out',
      ]);
      home.notes.push(...toNotes(item.blocks));
      return;
    }
    const named = draft.competency;
    const group2 = named ? this.groupOf({ title: named.text, line: named.line, id: null }) : home;
    this.guide.questions.push({ ...draft, group: group2 });
  }

  /** Headings with one title are one group, so that a bank may be written in parts. */
  private groupOf(section: Pick<Section, 'title' | 'line' | 'id'>): GroupDraft {
    const title = tidyGroupTitle(section.title);
    const known =
      this.groups.get(toKey(title)) ?? this.guide.groups.find((group) => group.explicitId === title);
    if (known) return known;
    const group: GroupDraft = {
      title,
      notes: [],
      definition: null,
      line: section.line,
      explicitId: section.id,
    };
    this.guide.groups.push(group);
    this.groups.set(toKey(title), group);
    return group;
  }

  /** What precedes the questions of a heading: what a competency is, and notes. */
  private preface(section: Section, split: SplitBlocks, group: GroupDraft | null, own: boolean): void {
    const isRoot = section.depth === 0;
    const { definition, rest } = definitionIn(own ? split.preface : [], this.ledger);
    if (group && definition) group.definition = definition;
    const blocks = own ? rest : split.preface;
    for (const block of blocks) this.ledger.note(block);
    this.doubtful(section, blocks);
    const target = group && !isRoot ? group.notes : this.guide.notes;
    target.push(...toNotes(blocks, own || isRoot ? undefined : section.title));
  }

  /** What asks, and is a note all the same. */
  private doubtful(section: Section, blocks: Block[]): void {
    const tell = (span: { line: number; end: number }, text: string) =>
      this.ledger.doubt(span, 'asks-as-note', `"${shorten(text)}" may be a question. It is kept as a note.`, [
        'question',
        'leave-out',
      ]);
    if (TURNED_ROUND.test(section.title)) return;
    if (section.depth > 0 && asksOutright(section.title) && blocks.length > 0) tell(section, section.title);
    for (const block of blocks) {
      if (block.kind === 'text' && block.asks && asksOutright(textIn(block))) tell(block, textIn(block));
      if (block.kind !== 'list') continue;
      for (const item of block.items)
        if (asksOutright(plain(item.runs))) tell({ line: item.line, end: item.line }, plain(item.runs));
    }
  }

  private brief(section: Section): void {
    const line = (block: Block): string[] => {
      this.ledger.use(block);
      return block.kind === 'list'
        ? block.items.map((item) => textIn({ ...block, items: [item] }).replace(/^- /, ''))
        : [textIn(block)];
    };
    const part = ({ title, blocks }: Section) => ({ title, lines: blocks.flatMap(line).flatMap(inPieces) });
    this.ledger.use(section);
    for (const one of [section, ...section.children]) {
      this.ledger.use(one);
      if (one.blocks.length > 0) this.guide.brief.push(part(one));
      for (const child of one === section ? [] : one.children) this.notes(child, null);
    }
  }

  private tips(section: Section): void {
    this.ledger.use(section);
    for (const block of section.blocks) {
      if (block.kind === 'list') {
        this.ledger.use(block);
        const tips = block.items.map((item) => toStatement(item)).filter((tip) => tip.text !== '');
        this.guide.tips.push(...tips.map(({ text, context }) => ({ text, context })));
      } else if (block.kind === 'rule') this.ledger.leaveOut(block, block.reason);
      else {
        this.ledger.note(block);
        this.guide.notes.push(...toNotes([block]));
      }
    }
  }

  private notes(section: Section, group: GroupDraft | null): void {
    const { blocks } = below(section, true);
    this.ledger.note(section);
    for (const block of blocks) this.ledger.note(block);
    (group?.notes ?? this.guide.notes).push(...toNotes(blocks, section.title));
  }
}

/** "Basic" of "Basic level questions". */
function levelIn(title: string): string {
  return (
    title
      .replace(/[- ]?(?:level|questions?|fragen)(?=\s|$)/gi, '')
      .trim()
      .slice(0, 40) || title.slice(0, 40)
  );
}

/** `**What to look for:**` below several questions with nothing of their own is that of each. */
function shareAnswers(items: OpenItem[]): void {
  for (const [at, item] of items.entries()) {
    const [first] = item.blocks;
    if (item.list?.kind !== 'list' || first?.kind !== 'label' || first.line <= item.list.end) continue;
    if (first.label !== 'points' && first.label !== 'weakAnswers') continue;
    const run = items.slice(0, at).filter((other) => other.list === item.list);
    if (run.every(({ blocks }) => blocks.length === 0))
      for (const other of run) other.blocks.push(...item.blocks);
  }
}

/** A heading as an item; below a bare "Question" the first line is the prompt. */
function itemOfHeading(kind: OpenItem['kind'], section: Section, level: string | null): OpenItem {
  const { title, id, blocks } = section;
  const given = { id, byHeading: true, level };
  const [first, ...rest] = blocks;
  if (kind === 'question' && isBareQuestion(title) && first?.kind === 'text') {
    const { text, id: own } = takeId(plain(first.runs));
    const { blocks: more } = below({ ...section, blocks: rest });
    return openItem(
      kind,
      { line: section.line, end: first.end },
      { ...given, id: id ?? own, text, blocks: more },
    );
  }
  return openItem(kind, section, { ...given, text: kind === 'question' ? withoutNumber(title) : title });
}

/** What is below a heading that is an item, and the headings below it that are questions themselves. */
function below(section: Section, all = false): { blocks: Block[]; others: Section[] } {
  const blocks = [...section.blocks];
  const others: Section[] = [];
  for (const child of section.children) {
    const { line, end, title } = child;
    const asks = asksOutright(title) && headingLabel(child) === null && !isExerciseTitle(section.title);
    if (asks && !all) others.push(child);
    else
      blocks.push(
        ...(headingLabel(child) ?? [{ kind: 'label' as const, line, end, label: 'notes' as const, title }]),
        ...below(child, true).blocks,
      );
  }
  return { blocks, others };
}

/** Code with nothing planted in it is a question about that code; the better version is its answer. */
function asQuestion(exercise: ExerciseDraft, group: GroupDraft): QuestionDraft {
  const { line, end, explicitId, competency, followUps, samples, anchors, level, tags, notWith, notes } =
    exercise;
  const shared = {
    line,
    end,
    explicitId,
    competency,
    followUps,
    samples: [],
    anchors,
    level,
    tags,
    notWith,
  };
  const answer = exercise.improved ? `\`\`\`${exercise.language ?? ''}\n${exercise.improved}\n\`\`\`` : null;
  const seconds = exercise.targetSeconds;
  return {
    ...shared,
    group,
    prompt: exercise.prompt === exercise.title ? exercise.title : `${exercise.title}: ${exercise.prompt}`,
    code: { language: exercise.language, text: exercise.original },
    why: null,
    points: exercise.reasons,
    answer,
    weakAnswers: [],
    behavioural: false,
    classic: false,
    facts: [],
    milestones: [],
    targetSeconds: seconds !== null && seconds <= 3_600 ? seconds : null,
    notes: [...notes, ...exercise.hints, ...samples.map(({ text }) => text.slice(0, 3_900))],
  };
}

/** A question with nothing below it that is asked again, with more, is an entry of a list of them. */
function withoutListedTwice(guide: GuideDraft, ledger: Ledger): void {
  const key = ({ prompt, code }: QuestionDraft) => `${toKey(prompt)} ${code?.text ?? ''}`;
  const isBare = ({ points, answer, code }: QuestionDraft) =>
    points.length === 0 && answer === null && code === null;
  const whole = new Map(guide.questions.filter((one) => !isBare(one)).map((one) => [key(one), one]));
  guide.questions = guide.questions.filter((one) => {
    const other = isBare(one) ? whole.get(key(one)) : undefined;
    if (other) ledger.leaveOut(one, `it is asked on line ${other.line}`);
    return !other;
  });
  const used = new Set(guide.questions.map(({ group }) => group));
  const exercised = new Set(guide.exercises.map(({ group }) => group));
  guide.groups = guide.groups.filter(
    (group) => used.has(group) || exercised.has(group) || group.notes.length > 0,
  );
}
