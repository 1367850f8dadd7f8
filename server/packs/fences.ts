/** A list item's marks and indentation at the start of a line. */
export const MARKERS = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*/;

/** The marks that open a fence on this line, also behind list marks; null when it opens none. */
export function fenceMark(line: string): string | null {
  const rest = line.slice(MARKERS.exec(line)?.[0].length ?? 0);
  const found = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(rest);
  return found ? (found[1] ?? found[2] ?? null) : null;
}

/** Whether this line closes a fence that `mark` opened. */
export function closesFence(line: string, mark: string): boolean {
  const text = line.trim();
  return text.length >= mark.length && text === mark.charAt(0).repeat(text.length);
}
