import { useState } from 'react';
import type { LineRange, Pointer } from '@/server/protocol/code';
import { linesInWords } from '@/server/room/rules';
import { keyOf, type LineMark } from './line-marks';

export type MarkedLines = ReadonlyMap<string, LineRange | null>;

/** The lines on which the marks are now, and what takes them from the editor; null before it has placed any. */
export function useMarkedLines(): [MarkedLines | null, (lines: MarkedLines) => void] {
  const [known, setKnown] = useState<MarkedLines | null>(null);
  const take = (lines: MarkedLines) =>
    setKnown((before) =>
      before && JSON.stringify([...before]) === JSON.stringify([...lines]) ? before : lines,
    );
  return [known, take];
}

export function markOf(
  { lines, place, text, memberId }: Pointer,
  nameOf: (memberId: string) => string,
): LineMark {
  const title = text === '' ? nameOf(memberId) : `${nameOf(memberId)}: ${text}`;
  return { lines, place, kind: 'pointed', title };
}

interface Props {
  pointers: readonly Pointer[];
  /** Where they are now. */
  marked: MarkedLines | null;
  nameOf: (memberId: string) => string;
}

function whereNow(mark: LineMark, marked: MarkedLines | null): string {
  const lines = marked?.get(keyOf(mark));
  return lines === null ? 'lines that are no longer there' : linesInWords(lines ?? mark.lines);
}

/** What people point at, in words: for who cannot see the lines, and for a phone. */
export function Pointers({ pointers, marked, nameOf }: Props) {
  if (pointers.length === 0) return null;
  return (
    <ul aria-label="Pointed at" className="flex flex-col gap-1 text-sm">
      {pointers.map((pointer) => (
        <li key={`${pointer.memberId}-${pointer.to}`} className="border-ember border-l-2 pl-2">
          <span className="font-medium">{nameOf(pointer.memberId)}</span>,{' '}
          {whereNow(markOf(pointer, nameOf), marked)}
          {pointer.text === '' ? null : <span>: {pointer.text}</span>}
          {pointer.to === 'panel' ? <span className="text-ink-soft"> (panel only)</span> : null}
        </li>
      ))}
    </ul>
  );
}
