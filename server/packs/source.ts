import { PACK_LIMITS, type PackProblem } from '../protocol/pack';
import { closesFence, fenceMark, MARKERS } from './fences';
import {
  goesOnAsRemark,
  opensWithDash,
  type Remark,
  withoutRemarks,
  withPlainMarks,
  withPlainSpaces,
} from './plain-marks';

/**
 * A guide made ready for mdast. `lines` are as many as the source has, so that line numbers stay true;
 * `fenced` says of each whether it belongs to a code fence. `frontMatter.line` is where its text begins.
 */
export type PreparedSource =
  | { ok: true; lines: string[]; fenced: boolean[]; frontMatter: FrontMatterText | null }
  | { ok: false; problem: PackProblem };
export type FrontMatterText = { text: string; line: number };

/** Characters. A YAML parser compares every key with every other; what belongs there is a tenth of this. */
const FRONT_MATTER = 65_536;

/**
 * Caps what micromark needs quadratic time for (nesting, long paragraphs, long sections), because a guide may
 * come from anybody, and for the same reason writes quotes and underlined headings in their simple form.
 */
export function prepareSource(source: string): PreparedSource {
  const unreadable = findUnreadable(source);
  if (unreadable) return { ok: false, problem: unreadable };
  const raw = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const frontMatter = takeFrontMatter(raw);
  if (frontMatter && frontMatter.text.length > FRONT_MATTER) {
    const message = `The front matter is longer than ${FRONT_MATTER} characters.`;
    return { ok: false, problem: tooBig(1, message, 'Keep to the id, the title and the weights.') };
  }
  const { lines, fenced } = simplify(raw);
  const problem = findTooMuch(lines, fenced);
  return problem ? { ok: false, problem } : { ok: true, lines, fenced, frontMatter };
}

function findUnreadable(source: string): PackProblem | null {
  if (Buffer.byteLength(source) > PACK_LIMITS.bytes) {
    return tooBig(1, `The file is larger than ${PACK_LIMITS.bytes} bytes.`, 'Split it into several packs.');
  }
  const at = source.search(/[\0\uFFFD]/);
  if (at < 0) return null;
  return {
    line: source.slice(0, at).split(/\r\n?|\n/).length,
    code: 'not-text',
    message: 'This is not text in UTF-8.',
    hint: 'Save the guide as plain Markdown in UTF-8.',
  };
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

function simplify(raw: string[]): { lines: string[]; fenced: boolean[] } {
  const lines: string[] = [];
  const fenced: boolean[] = [];
  let fence: { mark: string; quoted: boolean } | null = null;
  let remark: Remark | null = null;
  for (const [index, line] of raw.entries()) {
    const quoted = QUOTE.test(line);
    const bare: string = quoted && (!fence || fence.quoted) ? line.replace(QUOTE, '') : line;
    const spaced: string = fence ? bare : withPlainSpaces(bare);
    const text: string = fence || remark ? spaced : withoutRemarks(spaced);
    if (!fence) remark = goesOnAsRemark(text, remark);
    const mark: string | null = fence ? null : fenceMark(text);
    fenced.push(fence !== null || mark !== null);
    if (fence) {
      if (closesFence(text, fence.mark)) fence = null;
    } else if (mark) {
      fence = { mark, quoted };
    } else if (underlines(text, lines)) {
      lines.push(`${text.includes('=') ? '#' : '##'} ${lines.pop()?.trim()}`, '');
      continue;
    }
    // One dash alone may name who said what stands above it.
    const around = [raw[index - 1], raw[index + 1]];
    const dashed = opensWithDash(text) && around.some((other) => opensWithDash(other?.replace(QUOTE, '')));
    lines.push(fence || mark ? text : withPlainMarks(dashed ? text.replace(/[–—]/, '-') : text));
  }
  return { lines, fenced };
}

/** `===` or `---` under a single line of text makes that line a heading. */
function underlines(text: string, before: string[]): boolean {
  const title = before[before.length - 1] ?? '';
  if (!/^ {0,3}(?:=+|-{2,})\s*$/.test(text) || !/^ {0,3}[^\s#`~]/.test(title)) return false;
  return MARKERS.exec(title)?.[0].trim() === '' && (before[before.length - 2] ?? '').trim() === '';
}

function tooBig(line: number, message: string, hint: string): PackProblem {
  return { line, code: 'too-big', message, hint };
}

function findTooMuch(lines: string[], fenced: boolean[]): PackProblem | null {
  if (lines.length > PACK_LIMITS.lines) {
    return tooBig(1, `The file has more than ${PACK_LIMITS.lines} lines.`, 'Split it into several packs.');
  }
  let section = 0;
  let paragraph = 0;
  for (const [index, line] of lines.entries()) {
    if (isHeadingLine(line) && !fenced[index]) section = index;
    // A bullet interrupts any paragraph, a number only some.
    const isNew = line.trim() === '' || /^\s*[-*+]\s/.test(line);
    paragraph = isNew ? line.length : paragraph + line.length;
    if (isTooDeep(line)) return tooBig(index + 1, 'Nested too deeply.', 'Use at most ten levels.');
    if (index - section > PACK_LIMITS.sectionLines) {
      const message = `A section of more than ${PACK_LIMITS.sectionLines} lines.`;
      return tooBig(section + 1, message, 'Put headings between its parts.');
    }
    if (paragraph > PACK_LIMITS.paragraph) {
      const message = `More than ${PACK_LIMITS.paragraph} characters without a blank line.`;
      return tooBig(index + 1, message, 'Put blank lines between its parts.');
    }
  }
  return null;
}

export function isHeadingLine(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line);
}

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

function isTooDeep(line: string): boolean {
  const isRule = /^\s*([-*_])(?:\s*\1)+\s*$/.test(line);
  const containers = isRule ? null : CONTAINERS.exec(line);
  if (!containers) return false;
  return line.search(/\S/) > 60 || (containers[0].match(/[->*+.)]/g) ?? []).length > 10;
}
