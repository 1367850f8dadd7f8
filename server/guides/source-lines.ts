/**
 * A line of the guide, prepared for Markdown. `no` is its line in the source, 1-based, or the first of those up to
 * `end`.
 */
export interface Line {
  text: string;
  no: number;
  end?: number;
  fenced: boolean;
}

export function splitLines(source: string): string[] {
  return source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}

export function isHeadingLine(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line);
}
