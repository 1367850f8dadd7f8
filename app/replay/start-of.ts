import { type Moment, momentAt, type Position } from './moments';

type Parameter = string | string[] | undefined;

/** Where a replay begins, according to its address. */
export function startOf({ at, n }: { at?: Parameter; n?: Parameter }): Position {
  return { at: numberOf(at) ?? 0, chosen: (numberOf(n) ?? 0) > 0 ? (numberOf(n) ?? 0) - 1 : null };
}

function numberOf(text: Parameter): number | null {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The same as an address: the time and, where a later moment has it too, the moment's number, from 1. */
export function addressOf(moments: readonly Moment[], index: number, at: number): string {
  const isLast = index === momentAt(moments, at);
  return `?at=${Math.round(at)}${isLast ? '' : `&n=${index + 1}`}`;
}
