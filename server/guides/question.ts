import { PACK_LIMITS } from '../protocol/pack';
import { type Block, type BlockOf, type Item, isBoldLine, textIn } from './blocks';
import type { GroupDraft, QuestionDraft } from './drafts';
import { type Label, labelledItem, labelOf } from './labels';
import type { Ledger } from './ledger';
import type { OpenItem } from './open-item';
import { paragraphParts } from './paragraphs';
import {
  anchorsOf,
  followUpsOf,
  inPieces,
  itemsOf,
  listOf,
  milestonesOf,
  type Part,
  type Parts,
  proseOf,
  samplesOf,
  saysYes,
  secondsOf,
  textsOf,
  toNotes,
  unreadOf,
  withoutAsides,
  wordsOf,
} from './parts';
import { toStatement } from './points';
import { plain } from './runs';

type List = BlockOf<'list'>;
/** Seconds. */
const LONGEST = 3_600;
/** Characters of an answer. */
const ANSWER = 15_000;

/** Reads a found question. What is no part of it is its answer, or a note. */
export function readQuestion(found: OpenItem, group: GroupDraft, ledger: Ledger): QuestionDraft {
  ledger.use(found);
  const sorted = new QuestionParts(found, ledger);
  const { parts } = sorted;
  const all = itemsOf(parts.points);
  const points = all.slice(0, PACK_LIMITS.points);
  const more = all
    .slice(PACK_LIMITS.points)
    .map((item) => textIn({ ...item, kind: 'list', ordered: false, items: [item] }));
  if (more.length > 0)
    ledger.doubt(
      found,
      'many-points',
      `A question holds ${PACK_LIMITS.points} key points. The other ${more.length} are in its answer.`,
    );
  const answers = inAnswer([...sorted.answer, more.join('\n')]);
  const anchors = anchorsOf(parts.anchors, ledger);
  const target = secondsOf(parts.target, LONGEST, ledger);
  const asides = withoutAsides(found.text);
  const level = wordsOf(parts.level) ?? asides.level ?? found.level;
  const kept = unreadOf(parts, { anchors, target, level });
  return {
    line: found.line,
    end: found.end,
    explicitId: found.id,
    group,
    competency: sorted.competency(),
    prompt: [asides.text, ...sorted.options].join('\n'),
    code: sorted.code,
    why: wordsOf(parts.why),
    points: points.map((item) => toStatement(item)),
    answer: answers[0] ?? null,
    followUps: followUpsOf(parts.followUps),
    weakAnswers: textsOf(parts.weakAnswers),
    anchors,
    samples: samplesOf(sorted.samples, points.length, ledger),
    level: level && level.length <= 40 ? level : null,
    targetSeconds: target ?? inRange(asides.seconds),
    behavioural: saysYes(parts.behavioural),
    classic: parts.classic !== undefined && saysYes(parts.classic),
    tags: listOf(parts.tags),
    notWith: listOf(parts.notWith),
    facts: textsOf(parts.facts),
    milestones: milestonesOf(parts.milestones, ledger),
    notes: [...toNotes(parts.notes?.blocks ?? []), ...kept.flatMap(inPieces), ...answers.slice(1)],
  };
}

function inRange(seconds: number | null): number | null {
  return seconds !== null && seconds >= 15 && seconds <= LONGEST ? seconds : null;
}

/** An answer, and what is too long for it. */
function inAnswer(texts: string[]): string[] {
  const text = texts.filter((part) => part !== '').join('\n\n');
  if (text.length <= ANSWER) return text === '' ? [] : [text];
  return [text.slice(0, ANSWER), ...inPieces(text.slice(ANSWER))];
}

const SHORT: readonly Label[] = [
  'target',
  'level',
  'behavioural',
  'competency',
  'tags',
  'classic',
  'notWith',
];
const KNOWN: readonly Label[] = [
  ...SHORT,
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
const OWN_LISTS: readonly Label[] = [
  'followUps',
  'weakAnswers',
  'anchors',
  'sample',
  'facts',
  'milestones',
  'tags',
];
/** What a prompt says when the code below it is a part of it. */
const SHOWS_CODE =
  /\boutput\b|\b(?:following|this|below|above)\b.*\b(?:code|snippet|program|function|query|example)\b|\b(?:code|snippet|program|query) (?:below|above)\b|\b(?:does|will|would) (?:this|the following|it) (?:print|log|return|do|output)\b|\bprints?\b|ausgabe|affiche|imprime|выведет|вывод|输出|出力|출력/iu;
const OPTION = /^[A-Ha-h][:.)：]\s*\S/;

/** A question's blocks sorted by their labels. Without a label, lists are key points, and the rest is the answer. */
class QuestionParts {
  readonly parts: Parts = {};
  readonly samples: Part[] = [];
  readonly options: string[] = [];
  code: QuestionDraft['code'] = null;
  private readonly answers: Block[] = [];
  private open: Label | null = null;
  /** Bold words above the first list are headings of key points, and so are those above the next. */
  private readonly grouped: boolean;

  constructor(
    private readonly found: OpenItem,
    private readonly ledger: Ledger,
  ) {
    const { blocks } = found;
    this.grouped = blocks.find((block) => block.kind === 'list' || isBoldLine(block))?.kind === 'text';
    for (const [at, block] of blocks.entries()) this.take(block, blocks[at + 1]);
  }

  get answer(): string[] {
    const prose = proseOf(this.answers);
    return prose === '' ? [] : [prose];
  }

  competency(): { text: string; line: number } | null {
    const part = this.parts.competency;
    const text = wordsOf(part);
    return part && text ? { text, line: part.line } : null;
  }

  private take(block: Block, next: Block | undefined): void {
    switch (block.kind) {
      case 'label':
        this.takeLabel(block);
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
    if (block.kind !== 'label' && this.open && SHORT.includes(this.open)) this.open = null;
  }

  private takeLabel(block: BlockOf<'label'>): void {
    const label = block.label === 'reasons' ? 'why' : block.label;
    this.open = KNOWN.includes(label) || label === 'original' ? label : 'notes';
    this.ledger.use(block);
    if (this.open === 'sample') this.samples.push({ ...block, blocks: [] });
    else if (this.open === 'notes') {
      // "Notes:" itself says nothing.
      if (labelOf(block.title) !== 'notes') this.put('notes', block);
    } else this.parts[this.open] ??= { ...block, blocks: [] };
  }

  private takeList(list: List): void {
    const first = this.open === null && !this.parts.points && this.answers.length === 0;
    if (
      first &&
      list.items.length > 1 &&
      list.items.every((item) => OPTION.test(plain(item.runs)) && item.blocks.length === 0)
    ) {
      this.options.push(...list.items.map((item) => plain(item.runs)));
      this.ledger.use(list);
    } else if (
      this.open === null ||
      this.open === 'points' ||
      (!this.parts.points && !OWN_LISTS.includes(this.open))
    ) {
      this.takePoints(list);
      this.open = null;
    } else this.put(this.open, list);
  }

  /** An item such as `- **Follow-ups:**` among the key points is a labelled part, and no point. */
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
    const options = next?.kind === 'list' && next.items.every((item) => OPTION.test(plain(item.runs)));
    const isPrompt = this.open === 'original' || (first && (options || SHOWS_CODE.test(this.found.text)));
    if (this.code === null && block.value.trim() !== '' && isPrompt) {
      this.open = null;
      this.code = { language: block.language?.slice(0, 40) ?? null, text: block.value.slice(0, 16_000) };
      this.ledger.use(block);
    } else if (this.open === 'notes' || this.open === 'sample') this.put(this.open, block);
    else this.putAnswer(block);
  }

  private takeProse(
    block: BlockOf<'text'> | BlockOf<'table'> | BlockOf<'heading'>,
    next: Block | undefined,
  ): void {
    const text = textIn(block);
    if (this.open === null && /^classic panel\.?$/i.test(text)) {
      this.put('classic', { ...block, kind: 'text', runs: [], asks: null });
      return;
    }
    // "Sample phrasing:" after the key points, or after a labelled list: the list below it is neither's.
    const over =
      this.open === null || this.parts[this.open]?.blocks.some(({ kind }) => kind === 'list') === true;
    const leadsIn = /[:：]$/.test(text) || (!this.grouped && isBoldLine(block) && next?.kind === 'list');
    if (this.parts.points && over && leadsIn) this.open = 'notes';
    if (this.open === null && /[:：]$/.test(text) && next?.kind === 'list') this.put('notes', block);
    else if (this.open === null || this.open === 'points') this.putAnswer(block);
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
