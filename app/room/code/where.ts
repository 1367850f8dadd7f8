import type { LineRange } from '@/server/protocol/code';
import { lineListInWords } from '@/server/room/rules';

/** The id of the place on the screen where the code of an ask is. */
export const codeOf = (askId: string): string => `code-${askId}`;

/** What the lines of an issue, a find and a pointer are told by. */
export const issueOn = (pointId: string): string => `issue/${pointId}`;
export const findOn = (memberId: string, findId: string): string => `find/${memberId}/${findId}`;
export const pointedOn = (memberId: string, to: string): string => `pointer/${memberId}/${to}`;

/** Lines as they were when they were told, and where they are now, if that is known and different. */
export function whereInWords(then: readonly number[], now: readonly number[] | undefined): string {
  const before = lineListInWords(then);
  if (!now) return before;
  if (now.length === 0) return `${before}, no longer there`;
  const after = lineListInWords(now);
  return after === before ? before : `${before}, now ${after.replace(/^lines? /, '')}`;
}

export function numbers({ from, to }: LineRange): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
