import { doorway } from '@/server/doorway';
import type { Place } from '@/server/protocol/places';
import type { Principal } from '@/server/runtime/principal';
import { writtenPlace } from './places';

type Looked = NonNullable<Awaited<ReturnType<ReturnType<typeof doorway>['review']['looked']>>>;
export type LookedAt = Looked & { place: string };

/** Those of the scorecards at these places that this person may read. */
export async function lookedAt(principal: Principal, places: readonly Place[]): Promise<LookedAt[]> {
  const looked = await Promise.all(
    places.map(async (place) => {
      const one = await doorway().review.looked(principal, place);
      return one && { ...one, place: writtenPlace(place) };
    }),
  );
  return looked.filter((one) => one !== null);
}
