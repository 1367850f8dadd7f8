import type { Pointer } from '@/server/protocol/code';
import { linesInWords } from '@/server/room/rules';
import type { LineMark } from './line-marks';

export function marksOf(pointers: readonly Pointer[], nameOf: (memberId: string) => string): LineMark[] {
  return pointers.map(({ lines, place, text, memberId }) => ({
    lines,
    place,
    kind: 'pointed',
    title: text === '' ? nameOf(memberId) : `${nameOf(memberId)}: ${text}`,
  }));
}

interface Props {
  pointers: readonly Pointer[];
  nameOf: (memberId: string) => string;
}

/** What people point at, in words: for who cannot see the lines, and for a phone. */
export function Pointers({ pointers, nameOf }: Props) {
  if (pointers.length === 0) return null;
  return (
    <ul aria-label="Pointed at" className="flex flex-col gap-1 text-sm">
      {pointers.map((pointer) => (
        <li key={`${pointer.memberId}-${pointer.to}`} className="border-ember border-l-2 pl-2">
          <span className="font-medium">{nameOf(pointer.memberId)}</span>, {linesInWords(pointer.lines)}
          {pointer.text === '' ? null : <span>: {pointer.text}</span>}
          {pointer.to === 'panel' ? <span className="text-ink-soft"> (panel only)</span> : null}
        </li>
      ))}
    </ul>
  );
}
