import type { ShareSummary, SharesWish } from '../protocol/agenda-wish';
import type { Pack } from '../protocol/pack';
import { deal, type Share } from './deal';
import { secondsOf } from './item-load';

/** What each of several people will get who take turns with a pack. `heard`: ids of what is left out. */
export function sharesOf(
  pack: Pack,
  { slots, people, targetSeconds, level }: SharesWish,
  heard: ReadonlySet<string>,
): ShareSummary[] {
  const isNew = pack.questions.filter(({ id }) => !heard.has(id));
  const items = isNew.length < people * slots.length ? pack.questions : isNew;
  const shares = deal({ items, slots, seats: people, targetSeconds, level, before: [] });
  return shares.map((share) => summaryOf(share, targetSeconds));
}

/** A share without a word of its questions: whoever reads it will sit in the hot seat, too. */
export function summaryOf({ agenda, pool }: Share, targetSeconds: number | null): ShareSummary {
  return {
    questions: agenda.length,
    seconds: agenda.reduce((sum, item) => sum + secondsOf(item, targetSeconds), 0),
    levels: countLevels(agenda.map(({ level }) => level)),
    more: pool.length - agenda.length,
  };
}

function countLevels(levels: (string | null)[]): ShareSummary['levels'] {
  const counts = new Map<string, number>();
  for (const level of levels) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].map(([level, count]) => ({ level, count }));
}
