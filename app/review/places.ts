/** A round's address as a form sends it: `ROOM/ROUND`, once for each that was chosen. */
export function placesIn(round: string | string[] | undefined): { roomId: string; roundId: string }[] {
  return [...new Set([round ?? []].flat())].map((place) => {
    const [roomId = '', roundId = ''] = place.split('/');
    return { roomId, roundId };
  });
}
