import type { Bank } from '../protocol/bank';
import type { Pack } from '../protocol/pack';
import type { Audience } from '../protocol/words';
import { bankSlice, itemForPanel } from '../room/bank';
import { audienceOf, currentRound, memberByPrincipal, type RoomState } from '../room/core/state';
import { idsOf, type Principal } from './principal';
import { reject } from './rejection';
import type { Outcome } from './rooms';

const MAY_READ: readonly (Audience | null)[] = ['host', 'panelist', 'observer'];
/** A bank is large and does not change during its round, so it is made once for each pack, and for each pool. */
const banks = new WeakMap<Pack | string[], Bank>();

/**
 * The room's current bank, for people whose view names it. Everybody else gets the same answer, whether they may not read it
 * or there is no such room or bank (any more).
 */
export function bankFor(principal: Principal, state: RoomState | null, bankId: string): Outcome<Bank> {
  const member = state && memberByPrincipal(state, idsOf(principal));
  if (!state || !member || !MAY_READ.includes(audienceOf(state, member.memberId))) return reject('not-found');
  return bankSlice(state).id === bankId ? { ok: true, value: bankOf(state) } : reject('not-found');
}

/** In a peer room only the pool of the round, since the rest is kept for later candidates. */
function bankOf(state: RoomState): Bank {
  const { pack } = state;
  if (state.settings.format === 'led') return remembered(pack, () => bankWith(pack, () => true));
  const pool = currentRound(state)?.pool;
  if (!pool) return bankWith(pack, () => false);
  return remembered(pool, () => bankWith(pack, (itemId) => pool.includes(itemId)));
}

function remembered(key: Pack | string[], make: () => Bank): Bank {
  const made = banks.get(key) ?? make();
  banks.set(key, made);
  return made;
}

function bankWith(pack: Pack, holds: (itemId: string) => boolean): Bank {
  const items = [...pack.questions, ...pack.exercises].filter(({ id }) => holds(id));
  return { groups: pack.groups.map(({ id, title }) => ({ id, title })), items: items.map(itemForPanel) };
}
