import { useState } from 'react';
import type { Pointer } from '@/server/protocol/code';
import { lineListInWords, linesInWords } from '@/server/room/rules';
import type { Whereabouts } from './looking';
import type { LineMark } from './places-of-marks';
import { pointedOn } from './where';

/** The lines on which the marks are now, and what takes them from the editor; null before it has placed any. */
export function useMarkedLines(): [Whereabouts | null, (lines: Whereabouts | null) => void] {
  const [known, setKnown] = useState<Whereabouts | null>(null);
  const take = (lines: Whereabouts | null) =>
    setKnown((before) =>
      before && lines && JSON.stringify([...before]) === JSON.stringify([...lines]) ? before : lines,
    );
  return [known, take];
}

export function markOf(
  { lines, place, text, memberId, to }: Pointer,
  nameOf: (memberId: string) => string,
): LineMark {
  const title = text === '' ? nameOf(memberId) : `${nameOf(memberId)}: ${text}`;
  return { id: pointedOn(memberId, to), lines, place, kind: 'pointed', title, shown: true };
}

interface Props {
  pointers: readonly Pointer[];
  /** Where they are now. */
  marked: Whereabouts | null;
  nameOf: (memberId: string) => string;
}

function whereNow({ memberId, to, lines }: Pointer, marked: Whereabouts | null): string {
  const now = marked?.get(pointedOn(memberId, to));
  if (!now) return linesInWords(lines);
  return now.length === 0 ? 'lines that are no longer there' : lineListInWords(now);
}

/** What people point at, in words: for people who cannot see the lines, and on a phone. */
export function Pointers({ pointers, marked, nameOf }: Props) {
  if (pointers.length === 0) return null;
  return (
    <ul aria-label="Pointed at" className="flex flex-col gap-1 text-sm">
      {pointers.map((pointer) => (
        <li key={`${pointer.memberId}-${pointer.to}`} className="border-ember border-l-2 pl-2">
          <span className="font-medium">{nameOf(pointer.memberId)}</span>, {whereNow(pointer, marked)}
          {pointer.text === '' ? null : <span>: {pointer.text}</span>}
          {pointer.to === 'panel' ? <span className="text-ink-soft"> (panel only)</span> : null}
        </li>
      ))}
    </ul>
  );
}
