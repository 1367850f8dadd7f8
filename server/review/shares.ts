import { randomBytes } from 'node:crypto';
import type { Place } from '../protocol/places';
import type { ShareWish } from '../protocol/requests';
import type { Scorecard } from '../protocol/scorecard';
import type { ShareLink } from '../protocol/taking-away';
import type { RoomState } from '../room/core/state';
import { tokenHash } from '../runtime/invite-token';
import { randomId } from '../runtime/random-id';
import { type Entitled, entitled, readEntitled } from './entitled';
import type { Db } from './history';
import { kindOf } from './round-scores';
import { sharedCard } from './shared-card';

const DAY_MS = 86_400_000;
/** The most working links of one person to one round; the list keeps as many that no longer work. */
const MOST = 20;

type LoadRoom = (roomId: string) => Promise<RoomState | null>;
type Row = { names: 0 | 1; created_at: number; expires_at: number; revoked_at: number | null };

/** Null for somebody who may not review the round, and for a simulated one; `full` for one link too many. */
export async function makeShare(
  db: Db,
  loadRoom: LoadRoom,
  ids: readonly string[],
  place: Place,
  { names, days, label = '' }: ShareWish,
  now: number,
): Promise<{ token: string } | 'full' | null> {
  const links = await sharesOf(db, loadRoom, ids, place, now);
  if (!links) return null;
  if (links.filter(({ state }) => state === 'live').length >= MOST) return 'full';
  const old = links.filter(({ state }) => state !== 'live').slice(MOST);
  if (old.length > 0)
    await db
      .deleteFrom('share_links')
      .where(
        'id',
        'in',
        old.map(({ shareId }) => shareId),
      )
      .execute();
  const token = randomBytes(24).toString('base64url');
  await db
    .insertInto('share_links')
    .values({
      id: randomId('sh'),
      token_hash: tokenHash(token),
      room_id: place.roomId,
      round_id: place.roundId,
      owner_id: ids[0] ?? '',
      names: names ? 1 : 0,
      created_at: now,
      expires_at: now + days * DAY_MS,
      revoked_at: null,
      openings: 0,
      label,
    })
    .execute();
  return { token };
}

/** One's own links to a round, newest first; null for somebody who may not review it, and for a simulated one. */
export async function sharesOf(
  db: Db,
  loadRoom: LoadRoom,
  ids: readonly string[],
  place: Place,
  now: number,
): Promise<ShareLink[] | null> {
  const of = await readEntitled(db, loadRoom, ids, place);
  if (!of || kindOf(of.state) === 'simulated') return null;
  const rows = await db
    .selectFrom('share_links')
    .selectAll()
    .where('room_id', '=', place.roomId)
    .where('round_id', '=', place.roundId)
    .where('owner_id', 'in', [...ids])
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    shareId: row.id,
    names: row.names === 1,
    label: row.label,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: stateOf(row, now),
    openings: row.openings,
  }));
}

function stateOf({ revoked_at, expires_at }: Row, now: number): ShareLink['state'] {
  if (revoked_at !== null) return 'revoked';
  return expires_at <= now ? 'expired' : 'live';
}

/** False if the link does not exist, and also if it is somebody else's. */
export async function revokeShare(
  db: Db,
  ids: readonly string[],
  shareId: string,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('share_links')
    .set({ revoked_at: now })
    .where('id', '=', shareId)
    .where('owner_id', 'in', [...ids])
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * What a link shows: its maker's view at this moment, without what only the maker sees. Null for every link that shows
 * nothing, whatever the reason.
 */
export async function openShare(
  db: Db,
  loadRoom: LoadRoom,
  cardFor: (of: Entitled) => Promise<Scorecard | null>,
  token: string,
  now: number,
): Promise<Scorecard | null> {
  const row = await liveShare(db, token, now);
  const state = row && (await loadRoom(row.room_id));
  const of = state && entitled(state, row.round_id, await idsOfOwner(db, row.owner_id));
  const card = of && (await cardFor(of));
  return card && sharedCard(card, row.names === 1);
}

/** Counts that a reader was shown a link's page: not its maker, who looks at what they made. */
export async function countOpening(
  db: Db,
  loadRoom: LoadRoom,
  readerIds: readonly string[],
  token: string,
  now: number,
): Promise<void> {
  const row = await liveShare(db, token, now);
  if (!row) return;
  const maker = await idsOfOwner(db, row.owner_id);
  const state = maker.some((id) => readerIds.includes(id)) ? null : await loadRoom(row.room_id);
  if (!state || !entitled(state, row.round_id, maker)) return;
  await db
    .updateTable('share_links')
    .set((eb) => ({ openings: eb('openings', '+', 1) }))
    .where('id', '=', row.id)
    .execute();
}

async function liveShare(db: Db, token: string, now: number) {
  const row = await db
    .selectFrom('share_links')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  return row && stateOf(row, now) === 'live' ? row : null;
}

/** Every id of the maker: links made as a guest still work after signing in, and the other way round. */
async function idsOfOwner(db: Db, ownerId: string): Promise<string[]> {
  const own = await db
    .selectFrom('principals')
    .select('merged_into')
    .where('id', '=', ownerId)
    .executeTakeFirst();
  const person = own?.merged_into ?? ownerId;
  const merged = await db.selectFrom('principals').select('id').where('merged_into', '=', person).execute();
  return [...new Set([ownerId, person, ...merged.map(({ id }) => id)])];
}
