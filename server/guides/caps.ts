import { PACK_LIMITS, type PackProblem } from '../protocol/pack';
import { isHeadingLine, type Line, splitLines } from './source-lines';

/** Rejects what cannot be read at all: too many bytes, or no text. */
export function findUnreadable(source: string): PackProblem | null {
  if (Buffer.byteLength(source) > PACK_LIMITS.bytes) {
    return tooBig(1, `The file is larger than ${PACK_LIMITS.bytes} bytes.`, 'Split it into several packs.');
  }
  const at = source.search(/[\0\uFFFD]/);
  if (at < 0) return null;
  return {
    line: splitLines(source.slice(0, at)).length,
    code: 'not-text',
    message: 'This is not text in UTF-8.',
    hint: 'Save the guide as plain Markdown in UTF-8.',
  };
}

export function tooBig(line: number, message: string, hint: string): PackProblem {
  return { line, code: 'too-big', message, hint };
}

export function findTooMuch(lines: Line[], count: number): PackProblem | null {
  if (count > PACK_LIMITS.lines) {
    return tooBig(1, `The file has more than ${PACK_LIMITS.lines} lines.`, 'Split it into several packs.');
  }
  let section = 1;
  let paragraph = 0;
  for (const { text, no, fenced } of lines) {
    if (isHeadingLine(text) && !fenced) section = no;
    // A bullet interrupts every paragraph, a number only some.
    const isNew = text.trim() === '' || /^\s*[-*+]\s/.test(text);
    // Code is read at once, however long it is.
    if (fenced) paragraph = 0;
    else paragraph = isNew ? text.length : paragraph + text.length;
    if (isTooDeep(text)) return tooBig(no, 'Nested too deeply.', 'Use at most ten levels.');
    if (no - section > PACK_LIMITS.sectionLines) {
      const message = `A section of more than ${PACK_LIMITS.sectionLines} lines.`;
      return tooBig(section, message, 'Put headings between its parts.');
    }
    if (paragraph > PACK_LIMITS.paragraph) {
      const message = `More than ${PACK_LIMITS.paragraph} characters without a blank line.`;
      return tooBig(no, message, 'Put blank lines between its parts.');
    }
  }
  return null;
}

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

function isTooDeep(line: string): boolean {
  const isRule = /^\s*([-*_])(?:\s*\1)+\s*$/.test(line);
  const containers = isRule ? null : CONTAINERS.exec(line);
  if (!containers) return false;
  return line.search(/\S/) > 60 || (containers[0].match(/[->*+.)]/g) ?? []).length > 10;
}
