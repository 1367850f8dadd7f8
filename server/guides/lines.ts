import type { PackProblem } from '../protocol/pack';
import { asksOutright, isQuestionNumbered, opensByAsking } from './asking';
import type { Span } from './blocks';
import { findTooMuch, findUnreadable, tooBig } from './caps';
import { closesFence, endOfOpenFence, fenceMark, MARKERS } from './fences';
import { type Island, islandsIn } from './islands';
import { labelOf } from './labels';
import { namesContext } from './language';
import {
  goesOnAsRemark,
  opensWithDash,
  type Remark,
  withoutRemarks,
  withPlainMarks,
  withPlainSpaces,
} from './plain-marks';
import { opensSteps } from './rating-lines';
import { type Line, splitLines } from './source-lines';
import {
  joinSummary,
  joinTags,
  opensSummary,
  type Tags,
  tagsOf,
  withFoldedTopics,
  withoutTags,
} from './tags';
import { isAboveNumber, isPartLine, isTitleAbove } from './title-lines';

/** `reason` ends the sentence "Left out: …". */
export type LeftOut = { line: number; reason: string };
export type FrontMatterText = { text: string; line: number };
export type PreparedSource =
  | { ok: true; lines: Line[]; frontMatter: FrontMatterText | null; openFences: Span[]; out: LeftOut[] }
  | { ok: false; problem: PackProblem };

/** Characters. A YAML parser compares every key with every other; ordinary front matter is a tenth of this. */
const FRONT_MATTER = 65_536;

/**
 * Caps what micromark needs quadratic time for (nesting, long paragraphs, long sections), because a guide may come
 * from anybody, and writes what other tools write in their own way as Markdown does.
 */
export function prepareSource(source: string): PreparedSource {
  const unreadable = findUnreadable(source);
  if (unreadable) return { ok: false, problem: unreadable };
  const raw = splitLines(source);
  const frontMatter = takeFrontMatter(raw);
  if (frontMatter && frontMatter.text.length > FRONT_MATTER) {
    const message = `The front matter is longer than ${FRONT_MATTER} characters.`;
    return { ok: false, problem: tooBig(1, message, 'Keep to the id, the title and the weights.') };
  }
  const simple = new Simplifier(raw);
  const problem = findTooMuch(simple.lines, raw.length);
  return problem
    ? { ok: false, problem }
    : { ok: true, lines: simple.lines, frontMatter, openFences: simple.openFences, out: simple.out };
}

/** Blanks the front matter in `lines` and returns it; a `---` that opens no settings is an ordinary rule. */
function takeFrontMatter(lines: string[]): FrontMatterText | null {
  if (lines[0]?.trimEnd() !== '---') return null;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 0 || !lines.slice(1, end).some((line) => /^[\w-]+\s*:/.test(line))) return null;
  const text = lines.slice(1, end).join('\n');
  lines.fill('', 0, end + 1);
  return { text, line: 2 };
}

const QUOTE = /^(?: {0,3}> ?)+/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const BULLET = /^[-*+]\s/;
/** `##Deck`; one `#` alone may be a tag. */
const CLOSE_HEADING = /^( {0,3}#{2,6})(?=[^\s#])/;
/** `10.Ropes` below `9. Sails` */
const CLOSE_NUMBER = /^( {0,3}\d{1,3}[.)])(?=[\p{L}"“«`*])/u;
const NUMBERED_HEADING = /^ {0,3}(?:(\d{1,9}[.)])|[-*+])\s+(#{1,6})\s+(?=\S)/;

class Simplifier {
  readonly lines: Line[] = [];
  /** Fences that nothing closes, each with its code. */
  readonly openFences: Span[] = [];
  readonly out: LeftOut[] = [];
  private fence: { mark: string; quoted: boolean; end: number; indent: number } | null = null;
  private remark: Remark | null = null;
  private inList = false;
  private inBullets = false;
  private readonly tags: Tags;
  /** Nothing in the guide is a heading. */
  private readonly isPlain: boolean;

  constructor(private readonly raw: string[]) {
    for (const at of joinTags(raw)) this.out.push({ line: at + 1, reason: 'markup without words' });
    withFoldedTopics(raw);
    this.tags = tagsOf(raw);
    this.isPlain = !raw.some((line) => /^[\s>]*#{1,6}\s|^ {0,3}(?:={3,}|-{3,})\s*$|<h[1-6]/i.test(line));
    const islands = islandsIn(raw, this.tags.foldsAsk);
    for (let index = 0; index < raw.length; index += 1) {
      const island = islands.get(index);
      if (island) index = this.putIsland(island);
      else this.take(index, raw[index] ?? '');
    }
  }

  /** Returns its last line. */
  private putIsland({ from, to, lines }: Island): number {
    this.put(from, '', false);
    const filled = new Set<number>();
    for (const { text, fenced, ...line } of lines) {
      const [no, end] = [from + line.from + 1, from + line.to + 1];
      this.lines.push({ text, no, end, fenced });
      if (text !== '') for (let at = no; at <= end; at += 1) filled.add(at);
    }
    for (let no = from + 1; no <= to + 1; no += 1)
      if (!filled.has(no) && (this.raw[no - 1] ?? '').trim() !== '')
        this.out.push({ line: no, reason: 'markup without words' });
    this.inList = this.inBullets = false;
    return to;
  }

  private take(index: number, line: string): void {
    if (this.fence && index === this.fence.end) {
      this.put(index, indented(this.fence.mark, this.fence.indent), true);
      this.fence = null;
    }
    const quoted = QUOTE.test(line);
    const bare = quoted && (!this.fence || this.fence.quoted) ? line.replace(QUOTE, '') : line;
    if (this.fence) {
      this.put(index, indented(bare, this.fence.indent), true);
      if (closesFence(bare, this.fence.mark)) this.fence = null;
      return;
    }
    const spaced = withPlainSpaces(bare);
    const open = this.remark;
    const text = open ? spaced : withoutRemarks(spaced);
    this.remark = goesOnAsRemark(text, open);
    if (open === 'alone' || /^\s*<!--/.test(text))
      this.out.push({ line: index + 1, reason: 'a remark by the author' });
    const mark = open ? null : fenceMark(text);
    if (mark) this.openFence(index, text, { mark, quoted });
    else if (open || this.remark === 'alone') this.put(index, text, false);
    else this.putText(index, text);
  }

  private openFence(index: number, text: string, { mark, quoted }: { mark: string; quoted: boolean }): void {
    const end = endOfOpenFence(this.raw, index, mark);
    if (end !== null) this.openFences.push({ line: index + 1, end });
    this.fence = { mark, quoted, end: end ?? -1, indent: MARKERS.exec(text)?.[0].length ?? 0 };
    this.put(index, text, true);
  }

  private putText(index: number, spaced: string): void {
    const { raw, lines } = this;
    const emptied = opensSummary(spaced) ? joinSummary(raw, index) : [];
    for (const other of emptied) this.out.push({ line: other + 1, reason: 'markup without words' });
    const text = withoutTags(spaced, this.tags);
    if (text === '' && spaced.trim() !== '')
      this.out.push({ line: index + 1, reason: 'markup without words' });
    if (/^\s*!\[\s*\]\([^()]*\)\s*$/.test(text)) this.out.push({ line: index + 1, reason: 'a picture' });
    if (underlines(text, lines)) {
      const title = lines.pop();
      if (title) lines.push({ ...title, text: `${text.includes('=') ? '#' : '##'} ${title.text.trim()}` });
      this.put(index, '', false);
      return;
    }
    // A single dash may name the author of the text above it.
    const around = [raw[index - 1], raw[index + 1]];
    const dashed = opensWithDash(text) && around.some((other) => opensWithDash(other?.replace(QUOTE, '')));
    const written = withPlainMarks(dashed ? text.replace(/[–—]/, '-') : text)
      .replace(
        NUMBERED_HEADING,
        (_, no: string | undefined, marks: string) => `${marks} ${no ? `${no} ` : ''}`,
      )
      .replace(CLOSE_HEADING, '$1 ')
      .replace(CLOSE_NUMBER, (mark) => (this.inList && !this.inBullets ? `${mark} ` : mark));
    const next = (raw[index + 1] ?? '').replace(QUOTE, '');
    const begins =
      (this.inList && opensBelowList(written)) || (this.inBullets && asksAboveBullet(written, next));
    if (begins) this.put(index, '', false);
    if (written.trim() === '' || begins) this.inList = this.inBullets = false;
    if (ITEM.test(written)) {
      this.inList = true;
      this.inBullets = BULLET.test(written);
    }
    const above = raw[index - 1] ?? '';
    this.put(index, this.isPlain && isPartLine(above, written, next) ? `## ${written}` : written, false);
    const isTitle = isTitleAbove(above, written, next) || (!this.inList && isAboveNumber(written, next));
    if (isTitle) this.put(index, '', false);
  }

  private put(index: number, text: string, fenced: boolean): void {
    this.lines.push({ text, no: index + 1, fenced });
  }
}

/** Code is indented like its fence; otherwise the list around both would end above it. */
function indented(line: string, indent: number): string {
  const own = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return line.trim() === '' || own >= indent ? line : ' '.repeat(indent) + line.trimStart();
}

/** `===` or `---` under a single line of text makes that line a heading. */
function underlines(text: string, before: Line[]): boolean {
  const title = before.at(-1)?.text ?? '';
  if (!/^ {0,3}(?:=+|-{2,})\s*$/.test(text) || !/^ {0,3}[^\s#`~|]/.test(title)) return false;
  if (/^ {0,3}([-*_])(?:\s*\1)+\s*$/.test(title) || before.at(-1)?.fenced) return false;
  return MARKERS.exec(title)?.[0].trim() === '' && (before.at(-2)?.text ?? '').trim() === '';
}

/**
 * `**Q2: …**`, `Q2: …`, `**Label:** …`, `Follow-ups:` or any other introduction, not indented and directly below a
 * list: Markdown would add it to the list's last item.
 */
function opensBelowList(line: string): boolean {
  if (namesContext(line.replace(/^[*_]+/, ''))) return false;
  if (opensSteps(line)) return true;
  const bold = /^(?:\*\*(?!\s)(?:[^*]|\*(?!\*))+\*\*|__(?!\s)(?:[^_]|_(?!_))+__)/.exec(line)?.[0];
  if (!bold) {
    const words = /^[^\s:][^:]{1,40}(?=:)/.exec(line)?.[0] ?? (/^\p{Lu}/u.test(line) ? line : '');
    return (
      isQuestionNumbered(line) || labelOf(words) !== null || /^[\p{Lu}\p{Lo}].{1,60}[:：]\s*$/u.test(line)
    );
  }
  const rest = line
    .slice(bold.length)
    .replace(/\{#[^{}]*\}/, '')
    .trim();
  return (
    rest === '' || rest.startsWith(':') || /:(?:\*\*|__)$/.test(bold) || isQuestionNumbered(bold.slice(2))
  );
}

/** `(2) How …?`, `*How …?*` or words alone, not indented, with bullets straight below: no line of a point that was wrapped. */
function asksAboveBullet(line: string, next: string): boolean {
  const text = line.trim().replace(/^([*_])(.+)\1$/, '$2');
  return /^\S/.test(line) && BULLET.test(next) && asksOutright(text) && opensByAsking(text);
}
