import type { Slot } from '../../protocol/commands';
import type { PackItem } from '../../protocol/pack';
import { levelsApart, loadOf } from '../rules';

/** What one person in a rotation gets: an agenda, and a pool that holds the agenda and whatever else may be pushed. */
export interface Share {
  agenda: PackItem[];
  pool: PackItem[];
}

export interface Dealing {
  /** Items that nobody has heard, and that the people who have still to sit have not seen. */
  items: readonly PackItem[];
  slots: readonly Slot[];
  /** The number of people who have still to sit; at least one. */
  seats: number;
  /** Seconds for one answer; null means each question's own. */
  targetSeconds: number | null;
  /** For example "senior": questions of the nearest level go first; null means any level. */
  level: string | null;
  /** The first candidate's agenda, which the others' should be like. Empty before the first round. */
  before: readonly PackItem[];
}

/**
 * Deals the items into one share for each seat, equal in number, and as alike in level and time as the items allow.
 * Each slot takes one item of its competency for each seat: those nearest to the wanted level, and of these the ones
 * most alike. The heaviest of them goes to the person whose share is the lightest so far.
 */
export function deal({ items, slots, seats, targetSeconds, level, before }: Dealing): Share[] {
  const weight = (item: PackItem) => weightOf(item, targetSeconds);
  const size = Math.max(1, Math.floor(items.length / seats));
  const shares = Array.from({ length: seats }, (): Share => ({ agenda: [], pool: [] }));
  let left = roundRobin(items);
  const sets = new Map<number, PackItem[]>();
  let open = slots.slice(0, size).map((slot, place) => ({ slot, place }));
  for (let one = nextOf(open, left, seats); one; one = nextOf(open, left, seats)) {
    const { slot, place } = one;
    open = open.filter((other) => other.place !== place);
    const later = open.map((other) => other.slot.groupId);
    const chosen = setFor(left, slot, { seats, weight, level, like: before[place], later });
    left = left.filter((item) => !chosen.includes(item));
    sets.set(place, chosen);
  }
  for (const place of slots.keys()) handOut(shares, sets.get(place) ?? [], weight);
  for (const share of shares) share.pool.push(...share.agenda);
  for (const item of left) {
    const open = shares.filter(({ pool }) => pool.length < size);
    lightest(open, weight)?.pool.push(item);
  }
  return shares;
}

/** How demanding an item is: its seconds, and a minute for each step of its level. */
export function weightOf(item: PackItem, targetSeconds: number | null): number {
  const { difficulty, seconds } = loadOf(item, targetSeconds);
  return seconds + 60 * difficulty;
}

interface OpenSlot {
  slot: Slot;
  place: number;
}

/** First competencies with questions for everybody, then those with too few, then slots for any: none uses up another's. */
function nextOf(open: readonly OpenSlot[], left: readonly PackItem[], seats: number): OpenSlot | undefined {
  const named = open.filter(({ slot }) => slot.groupId !== null);
  const serves = ({ slot }: OpenSlot) => left.filter((item) => item.groupId === slot.groupId).length >= seats;
  return named.find(serves) ?? named[0] ?? open[0];
}

type Weight = (item: PackItem) => number;

interface Wanted {
  seats: number;
  weight: Weight;
  level: string | null;
  like: PackItem | undefined;
  /** Competencies that have still to be dealt. */
  later: readonly (string | null)[];
}

/** One item for each seat in a slot: of its competency while there are any, then similar ones of others. */
function setFor(
  left: readonly PackItem[],
  { groupId }: Slot,
  { seats, weight, level, like, later }: Wanted,
): PackItem[] {
  const fits = (item: PackItem) => groupId === null || item.groupId === groupId;
  const own = left.filter(fits);
  const target = like && weight(like);
  if (own.length >= seats) return mostAlike(own, seats, { weight, level, target });
  const others = left.filter((item) => !fits(item));
  const free = others.filter((item) => !later.includes(item.groupId));
  const missing = seats - own.length;
  const more = mostAlike(free.length < missing ? others : free, missing, {
    weight,
    level,
    target: target ?? (own.length > 0 ? mean(own.map(weight)) : undefined),
  });
  return [...own, ...more];
}

interface Likeness {
  weight: Weight;
  level: string | null;
  /** The weight that each of them should have; undefined when nothing was dealt for this slot yet. */
  target: number | undefined;
}

/** This many items of weights as equal as possible; all if there are no more. */
function mostAlike(
  items: readonly PackItem[],
  count: number,
  { weight, level, target }: Likeness,
): PackItem[] {
  if (items.length <= count) return [...items];
  // The sort is stable, so that the first in the pack win among equals.
  const sorted = nearest(items, level, count).sort((a, b) => weight(a) - weight(b));
  const windows = Array.from({ length: sorted.length - count + 1 }, (_, at) => sorted.slice(at, at + count));
  const apart = (window: readonly PackItem[]) => {
    const weights = window.map(weight);
    const spread = Math.max(...weights) - Math.min(...weights);
    return spread + (target === undefined ? 0 : Math.abs(mean(weights) - target));
  };
  return windows.reduce((best, window) => (apart(window) < apart(best) ? window : best));
}

/** The nearest to a level: `enough` of them, and all others that are as near as the farthest of these. */
function nearest(items: readonly PackItem[], level: string | null, enough: number): PackItem[] {
  const distance = (item: PackItem) => levelsApart(item.level, level);
  const farthest = items.map(distance).sort((a, b) => a - b)[enough - 1] ?? 0;
  return items.filter((item) => distance(item) <= farthest);
}

function handOut(shares: Share[], items: readonly PackItem[], weight: Weight): void {
  const waiting = [...shares];
  for (const item of [...items].sort((a, b) => weight(b) - weight(a))) {
    const share = waiting.reduce((best, other) =>
      total(other.agenda, weight) < total(best.agenda, weight) ? other : best,
    );
    share.agenda.push(item);
    waiting.splice(waiting.indexOf(share), 1);
  }
}

/** The share with the fewest items, and of those the lightest. */
function lightest(shares: readonly Share[], weight: Weight): Share | undefined {
  const fewest = Math.min(...shares.map(({ pool }) => pool.length));
  return shares
    .filter(({ pool }) => pool.length === fewest)
    .reduce<Share | undefined>(
      (best, share) => (best && total(best.pool, weight) <= total(share.pool, weight) ? best : share),
      undefined,
    );
}

/** One item of each competency in turn, then the second of each, and so on. */
function roundRobin(items: readonly PackItem[]): PackItem[] {
  const groups = new Map<string | null, PackItem[]>();
  for (const item of items) groups.set(item.groupId, [...(groups.get(item.groupId) ?? []), item]);
  const longest = Math.max(0, ...[...groups.values()].map((group) => group.length));
  const turns = Array.from({ length: longest }, (_, turn) => turn);
  return turns.flatMap((turn) => [...groups.values()].flatMap((group) => group[turn] ?? []));
}

export function total(items: readonly PackItem[], weight: Weight): number {
  return items.reduce((sum, item) => sum + weight(item), 0);
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
