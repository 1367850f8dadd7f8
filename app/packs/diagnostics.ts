import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { PackEdit } from '@/server/protocol/pack';
import type { PackReport } from '@/server/protocol/pack-library';
import { fixInWords } from './fix-words';

/** Problems and warnings beside their lines; what fixes a line of many alike changes that line alone. */
export function diagnosticsOf(
  doc: Text,
  { problems, warnings }: Pick<PackReport, 'problems' | 'warnings'>,
  fix: (edits: PackEdit[]) => void,
): Diagnostic[] {
  const place = (line: number) => {
    const { from, to } = doc.line(Math.min(line, doc.lines));
    return { from, to };
  };
  return [
    ...problems.map(
      ({ line, message, hint }): Diagnostic => ({
        ...place(line),
        severity: 'error',
        message: `${message}\n${hint}`,
      }),
    ),
    ...warnings.flatMap(({ lines, message, fixes }) =>
      lines.map(
        (line): Diagnostic => ({
          ...place(line),
          severity: 'warning',
          message,
          actions: fixes.flatMap((one) => {
            const own = one.edits.filter((edit) => edit.line === line);
            return own.length === 0 ? [] : [{ name: fixInWords(one, false), apply: () => fix(own) }];
          }),
        }),
      ),
    ),
  ].sort((a, b) => a.from - b.from);
}
