import { labelOf } from './labels';

/** A list item's marks and indentation at the start of a line. */
export const MARKERS = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*/;

/** The marks that open a fence on this line, also after list marks; null if it opens none. */
export function fenceMark(line: string): string | null {
  const rest = line.slice(MARKERS.exec(line)?.[0].length ?? 0);
  const found = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(rest);
  return found ? (found[1] ?? found[2] ?? null) : null;
}

/** Whether this line closes a fence that `mark` opened. */
export function closesFence(line: string, mark: string): boolean {
  const text = line.replace(/^[\s>]+/, '').trimEnd();
  return text.length >= mark.length && text === mark.charAt(0).repeat(text.length);
}

/**
 * Where the guide continues below a fence (opened on line `start`) that nothing closes, or that the wrong fence closes:
 * an index of `lines`. Null when the fence is closed correctly.
 */
export function endOfOpenFence(lines: string[], start: number, mark: string): number | null {
  const isMarkdown = /(?:md|markdown)\s*$/i.test(lines[start] ?? '');
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (closesFence(line, mark)) return null;
    if (!isMarkdown && goesOn(line, mark)) return index;
  }
  const heading = lines.findIndex((line, index) => index > start && /^#{2,6} \S/.test(line));
  return heading < 0 ? lines.length : heading;
}

/** Code never opens another fence, and contains no label or numbered question of a guide. */
function goesOn(line: string, mark: string): boolean {
  if (fenceMark(line)?.startsWith(mark) === true && !closesFence(line, mark)) return true;
  const bold = /^\*\*([^*]+)\*\*:?(?:\s*\{#[^{}]*\})?$/.exec(line.trim())?.[1];
  return bold !== undefined && (labelOf(bold) !== null || /^q\d{0,3}[:.]/i.test(bold));
}

/** Code in a fence longer than any fence in it. */
export function fenced(text: string, language: string | null): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((marks) => marks.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${language ?? ''}\n${text}\n${mark}`;
}
