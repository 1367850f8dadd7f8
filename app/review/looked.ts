import { notFound } from 'next/navigation';
import { doorway } from '@/server/doorway';
import type { Place } from '@/server/protocol/places';
import type { Principal } from '@/server/runtime/principal';
import { writtenPlace } from './places';

type Looked = NonNullable<Awaited<ReturnType<ReturnType<typeof doorway>['review']['looked']>>>;
export type LookedAt = Looked & { place: string };

/** The scorecards at these places; the page of what is not found where one of them is not this person's to read. */
export async function lookedAt(principal: Principal, places: readonly Place[]): Promise<LookedAt[]> {
  const looked = await Promise.all(
    places.map(async (place) => {
      const one = await doorway().review.looked(principal, place);
      return one && { ...one, place: writtenPlace(place) };
    }),
  );
  const found = looked.filter((one) => one !== null);
  if (found.length < places.length) notFound();
  return found;
}
