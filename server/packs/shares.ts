import type { ShareSummary, SharesWish } from '../protocol/agenda-wish';
import type { Pack } from '../protocol/pack';
import { deal } from '../room/deal';
import { secondsOf } from '../room/item-load';

/**
 * What each of several people who take turns will get of a pack: how many questions, how long, of which levels. No
 * word of the questions themselves, since whoever sets the room up will sit in the hot seat, too.
 */
export function sharesOf(pack: Pack, { slots, people, targetSeconds }: SharesWish): ShareSummary[] {
  const shares = deal({ items: pack.questions, slots, seats: people, targetSeconds, before: [] });
  return shares.map(({ agenda, pool }) => ({
    questions: agenda.length,
    seconds: agenda.reduce((sum, item) => sum + secondsOf(item, targetSeconds), 0),
    levels: countLevels(agenda.map(({ level }) => level)),
    more: pool.length - agenda.length,
  }));
}

function countLevels(levels: (string | null)[]): ShareSummary['levels'] {
  const counts = new Map<string, number>();
  for (const level of levels) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].map(([level, count]) => ({ level, count }));
}
