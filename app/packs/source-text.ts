/** A text in lines, and what an editor would lose: the file's byte order mark and its kind of line end. */
export interface SourceParts {
  mark: string;
  lineEnd: string;
  lines: string[];
}

export function splitSource(source: string): SourceParts {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  return {
    mark,
    lineEnd: source.includes('\r\n') ? '\r\n' : '\n',
    lines: source.slice(mark.length).split(/\r\n?|\n/),
  };
}

export function joinSource({ mark, lineEnd }: SourceParts, lines: readonly string[]): string {
  return mark + lines.join(lineEnd);
}
