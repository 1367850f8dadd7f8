import { KEPT_ID, type Place } from '@/server/protocol/places';

/** Where a scorecard is read: a round's, or one from a file, which has a page of its own. */
export function scorecardHref({ roomId, roundId }: Place): string {
  return KEPT_ID.test(roomId) ? `/history/kept/${roomId}` : `/scorecards/${roomId}/${roundId}`;
}

/** `ROOM/ROUND`, as a form and an address write it. */
export const writtenPlace = ({ roomId, roundId }: Place) => `${roomId}/${roundId}`;

/** A round's address as a form sends it: `ROOM/ROUND`, once for each that was chosen. */
export function placesIn(round: string | readonly string[] | undefined): Place[] {
  return [...new Set([round ?? []].flat())].map((place) => {
    const [roomId = '', roundId = ''] = place.split('/');
    return { roomId, roundId };
  });
}
