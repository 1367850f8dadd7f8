import { asksOn, otherMeanings } from './asked-below';
import { asksInShape, endsAsQuestion } from './asking';
import { type Block, type BlockOf, type Item, isBoldLine, textIn } from './blocks';
import { doubtNumber } from './doubtful-notes';
import type { QuestionDraft } from './drafts';
import { type Label, labelledItem, labelOf, ONE_LINE } from './labels';
import type { Ledger } from './ledger';
import type { OpenItem } from './open-item';
import { isOptions, isTicked, LETTERS } from './options';
import { paragraphParts } from './paragraphs';
import { type Part, type Parts, proseOf, shorten, wordsOf } from './parts';
import { promptCode, showsCode } from './prompt-code';
import { isRatingList, namesRating, ratingTable } from './rating-lines';
import { plain } from './runs';
import { ONE_ANSWER } from './shared-answers';

type List = BlockOf<'list'>;

const KNOWN: readonly Label[] = [
  ...ONE_LINE,
  'why',
  'points',
  'followUps',
  'weakAnswers',
  'anchors',
  'sample',
  'facts',
  'milestones',
  'notes',
];
/** The steps of an answer told as a story. */
const STORY = /^(?:situation|task|action|result|reflection|learning)s?\s*[:：]?$/i;
/** The meaning of an exercise's labels below a question: a solution is its answer. */
const CALLED: Partial<Record<Label, Label>> = { reasons: 'why', improved: 'points' };
const OWN_LISTS: readonly Label[] = [
  'followUps',
  'weakAnswers',
  'anchors',
  'sample',
  'facts',
  'milestones',
  'tags',
];
/** A question's blocks sorted by their labels. Without a label, lists are key points, and the rest is the answer. */
export class QuestionParts {
  readonly parts: Parts = {};
  readonly samples: Part[] = [];
  readonly options: string[] = [];
  code: QuestionDraft['code'] = null;
  private readonly answers: Block[] = [];
  private open: Label | null = null;
  /** A label named the answer: other words in bold are headings in it. */
  private isAnswered = false;
  /** Bold words above the first list are headings of key points, and so are those above the next. */
  private readonly grouped: boolean;

  constructor(
    private readonly found: OpenItem,
    private readonly ledger: Ledger,
  ) {
    const { blocks } = found;
    this.grouped = blocks.find((block) => block.kind === 'list' || isBoldLine(block))?.kind === 'text';
    for (const [at, block] of blocks.entries()) {
      const above = blocks[at - 1];
      if (above?.kind === 'label' && above.line === block.line && labelOf(above.title))
        ledger.told.push(textIn(block));
      this.take(block, blocks[at + 1]);
    }
  }

  get answer(): string[] {
    const prose = proseOf(this.answers);
    return prose === '' ? [] : [prose];
  }

  competency(): QuestionDraft['competency'] {
    const part = this.parts.competency;
    const text = wordsOf(part);
    return part && text ? { text, line: part.line, end: part.blocks.at(-1)?.end ?? part.end } : null;
  }

  private take(block: Block, next: Block | undefined): void {
    const isHead = isRatingList(next, true) || ratingTable(next) !== null;
    if (isHead && namesRating(textIn(block)) && block.kind !== 'list') {
      this.open = 'anchors';
      this.ledger.use(block);
      this.parts.anchors ??= { ...block, title: textIn(block), blocks: [] };
      return;
    }
    const steps = ratingTable(block);
    if (steps) {
      this.put('anchors', steps);
      return;
    }
    switch (block.kind) {
      case 'label':
        this.takeLabel(block, next);
        break;
      case 'list':
        this.takeList(block);
        break;
      case 'rule':
        this.ledger.leaveOut(block, block.reason);
        break;
      case 'code':
        this.takeCode(block, next);
        break;
      default:
        this.takeProse(block, next);
    }
    if (block.kind !== 'label' && this.open && ONE_LINE.includes(this.open)) this.open = null;
  }

  private takeLabel(block: BlockOf<'label'>, next: Block | undefined): void {
    const isHead = block.label === 'notes' && labelOf(block.title) === null && /[:：]\s*$/.test(block.title);
    const isWithin = isHead && this.isAnswered && next?.line !== block.line;
    const label = isWithin || STORY.test(block.title) ? 'within' : (CALLED[block.label] ?? block.label);
    if (label === 'within') {
      this.open = label;
      this.putAnswer({ ...block, kind: 'text', runs: [{ text: block.title, style: 'plain' }], asks: null });
      return;
    }
    this.open = KNOWN.includes(label) || label === 'original' ? label : 'notes';
    this.ledger.use(block);
    this.isAnswered = label === 'points' && ONE_ANSWER.test(block.title);
    if (this.open === 'sample') this.samples.push({ ...block, blocks: [] });
    else if (this.open === 'notes') {
      // "Notes:" itself says nothing.
      if (labelOf(block.title) !== 'notes') this.put('notes', block);
    } else this.parts[this.open] ??= { ...block, blocks: [] };
  }

  private takeList(list: List): void {
    const first = this.open === null && !this.parts.points && this.answers.length === 0;
    // Below a text that only names a topic, they are points that somebody ticked.
    const isQuiz = endsAsQuestion(this.found.text) || this.code !== null;
    if (first && isQuiz && isTicked(list.items)) this.takeQuiz(list);
    else if (first && isOptions(list)) {
      this.options.push(...list.items.map((item) => plain(item.runs)));
      this.ledger.use(list);
    } else if (this.open === null && isRatingList(list, this.parts.points !== undefined)) {
      this.put('anchors', list);
    } else if (
      (this.open === null || this.open === 'notes') &&
      asksInShape(this.found.text) &&
      asksOn(list, this.found.text)
    )
      this.takeAsked(list);
    else if (
      this.open === null ||
      this.open === 'points' ||
      (!this.parts.points &&
        !OWN_LISTS.includes(this.open) &&
        !(this.open === 'notes' && this.saysMore(list)))
    ) {
      this.takePoints(list);
      this.open = null;
    } else if (this.open === 'within') this.putAnswer(list);
    else this.put(this.open, list);
  }

  /** Whether a label below a list says what counts: the list itself does not then. */
  private saysMore({ end }: List): boolean {
    return this.found.blocks.some(
      (block) => block.kind === 'label' && block.label === 'points' && block.line > end,
    );
  }

  /** Questions below a question follow it up. */
  private takeAsked(list: List): void {
    this.put('followUps', list);
    this.ledger.doubt(
      list,
      'asks-below-question',
      `The questions below "${shorten(this.found.text)}" are read as its follow-ups.`,
      otherMeanings(list, this.found),
    );
  }

  /** Ticked boxes below a question: the candidate gets all of them, and the panel the ticked ones. */
  private takeQuiz(list: List): void {
    const options = list.items.map(({ runs }, at) => `${LETTERS[at] ?? '·'}: ${plain(runs)}`);
    this.options.push(...options);
    const right = options.filter((_, at) => list.items[at]?.box === true).join('\n');
    this.putAnswer({ ...list, kind: 'text', runs: [{ text: right, style: 'plain' }], asks: null });
    for (const item of list.items) for (const block of item.blocks) this.putAnswer(block);
  }

  /** An item such as `- **Follow-ups:**` among the key points is a labelled part, not a point. */
  private takePoints(list: List): void {
    const points: Item[] = [];
    for (const item of list.items) {
      const labelled = labelledItem(item);
      this.ledger.use(item);
      if (!labelled && plain(item.runs) === '' && item.blocks.every(({ kind }) => kind === 'code'))
        this.answers.push(...item.blocks);
      else if (!labelled) points.push(item);
      else if (labelled.label === 'points') points.push(...this.pointsOf(item, labelled.value));
      else {
        const value = paragraphParts(labelled.value, item, () => item.line);
        for (const block of [...value, ...item.blocks]) this.put(labelled.label, block);
      }
    }
    if (points.length > 0) this.put('points', { ...list, items: points });
  }

  /** What `- **Look for:** a plan` or `- **Expected answer:**` with a list below it says. */
  private pointsOf(item: Item, value: Item['runs']): Item[] {
    const inner = item.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    const rest = item.blocks.filter(({ kind }) => kind !== 'list');
    if (plain(value) === '') {
      this.answers.push(...rest);
      return inner;
    }
    return [{ ...item, runs: value }];
  }

  private takeCode(block: BlockOf<'code'>, next: Block | undefined): void {
    const first = this.open === null && !this.parts.points && this.answers.length === 0;
    const options = isOptions(next) || (next?.kind === 'list' && isTicked(next.items));
    const isPrompt = this.open === 'original' || (first && (options || showsCode(this.found.text)));
    if (this.code === null && block.value.trim() !== '' && isPrompt) {
      this.open = null;
      const { code, rest } = promptCode(block, this.ledger);
      this.code = code;
      this.ledger.use(block);
      if (rest) this.answers.push(rest);
    } else if (this.open === 'notes' || this.open === 'sample') this.put(this.open, block);
    else this.putAnswer(block);
  }

  private takeProse(
    block: BlockOf<'text'> | BlockOf<'table'> | BlockOf<'heading'>,
    next: Block | undefined,
  ): void {
    const text = textIn(block);
    if (block.kind === 'text') doubtNumber(block, this.found, this.ledger);
    if (this.open === null && /^classic panel\.?$/i.test(text)) {
      this.put('classic', { ...block, kind: 'text', runs: [], asks: null });
      return;
    }
    // "Sample phrasing:" after the key points, or after a labelled list: the list below it belongs to neither.
    const over =
      this.open === null || this.parts[this.open]?.blocks.some(({ kind }) => kind === 'list') === true;
    const leadsIn =
      this.open !== 'within' &&
      !this.isAnswered &&
      (/[:：]$/.test(text) || (!this.grouped && isBoldLine(block) && next?.kind === 'list'));
    if (this.parts.points && over && leadsIn) {
      this.open = 'notes';
    }
    if (this.open === null && /[:：]$/.test(text) && next?.kind === 'list') this.put('notes', block);
    else if (this.open === null || this.open === 'points' || this.open === 'within') this.putAnswer(block);
    else this.put(over && this.open !== 'why' && this.open !== 'sample' ? 'notes' : this.open, block);
  }

  private putAnswer(block: Block): void {
    this.answers.push(block);
    this.ledger.use(block);
  }

  private put(label: Label, block: Block): void {
    if (label === 'notes') this.ledger.note(block);
    else this.ledger.use(block);
    const last = this.samples.at(-1);
    if (label === 'sample' && last) last.blocks.push(block);
    else {
      const part = this.parts[label] ?? { line: block.line, end: block.end, title: '', blocks: [] };
      part.blocks.push(block);
      this.parts[label] = part;
    }
  }
}
