import { audienceOf, memberByPrincipal, memberOf, type RoomState, ratersOf } from '../room/core/state';
import { SAMPLES } from '../room/warm-up';
import { groupedBy } from './grouped-by';
import type { Db } from './history';

/** How long a panel keeps the scale that it found (ms). */
const HOLDS_MS = 30 * 86_400_000;

/**
 * When the people who rate in this room last warmed up together with its pack, in any room; null if they did not within a
 * month, or one of them was not there. For the host alone, and null for everybody else.
 */
export async function warmedUpTogether(
  db: Db,
  state: RoomState | null,
  ids: readonly string[],
  now: number,
): Promise<number | null> {
  const host = state && memberByPrincipal(state, ids);
  if (!state || !host || state.tryOut || audienceOf(state, host.memberId) !== 'host') return null;
  const raters = ratersOf(state).flatMap((memberId) => {
    const member = memberOf(state, memberId);
    return member ? [[member.principalId, ...member.otherIds]] : [];
  });
  if (raters.length === 0) return null;
  const rows = await db
    .selectFrom('calibrations')
    .select(['room_id', 'started_at', 'principal_id'])
    .where('family_id', '=', state.pack.familyId)
    .where('no', '=', SAMPLES)
    .where('started_at', '>', now - HOLDS_MS)
    .where('principal_id', 'in', raters.flat())
    .execute();
  const together = [...groupedBy(rows, (row) => `${row.room_id}/${row.started_at}`).values()].filter(
    (group) => raters.every((rater) => group.some(({ principal_id }) => rater.includes(principal_id))),
  );
  const times = together.map(([row]) => row?.started_at ?? 0);
  return times.length > 0 ? Math.max(...times) : null;
}
