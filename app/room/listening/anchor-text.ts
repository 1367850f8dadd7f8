import type { Anchors } from '@/server/protocol/pack';
import { GENERIC_ANCHORS, type RatingValue } from '@/server/protocol/words';

/** What an answer with this rating covers. A rating without an anchor of its own is described by its neighbours. */
export function anchorText(anchors: Anchors | null, value: RatingValue): string {
  const given = anchors ?? { ...GENERIC_ANCHORS, '2': null, '4': null };
  return (
    given[value] ??
    (value === 2
      ? 'Between 1 and 3: better than 1, short of 3.'
      : 'Between 3 and 5: better than 3, short of 5.')
  );
}
