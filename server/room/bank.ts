import type { Bank } from '../protocol/bank';
import type { Pack, PackItem } from '../protocol/pack';
import type { BankSlice, LiveSlice } from '../protocol/view-asking';
import { remembered } from './core/remembered';
import { currentRound, itemOf, liveAsk, type Scene } from './core/state';

/** The pack as the panel may read it: what can be pushed, and all of the live item. */

/** Another id means another bank: a led room has one for ever, a peer room one per round. */
export function bankSlice(state: Scene): BankSlice {
  if (state.settings.format === 'led') return { id: 'pack' };
  return { id: currentRound(state)?.roundId ?? null };
}

export const groupsOf = remembered(
  (pack: Pack) => [pack],
  ({ groups }): Bank['groups'] => groups.map(({ id, title }) => ({ id, title })),
);

/** Everything in the live ask's item that the panel rates by. */
export function liveSlice(state: Scene): LiveSlice {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  return ask && item ? live(item, ask.askId) : null;
}

/** Rooms with the same pack share its items and take turns here: what is large in it, they share too. */
const live = remembered(
  (item: PackItem, askId: string) => [item, askId],
  (item, askId): LiveSlice => ({ askId, item: itemForPanel(item) }),
);

/** An item as the panel sees it, field by field, so that a new field of packs is not sent automatically. */
export const itemForPanel = remembered((item: PackItem) => [item], panelItem);

function panelItem(item: PackItem): Bank['items'][number] {
  const { id, prompt, followUps, anchors, level, targetSeconds, tags, notWith, notes } = item;
  const both = { id, prompt, followUps, anchors, level, targetSeconds, tags, notWith, notes };
  if (item.kind === 'question') {
    const { kind, groupId, code, why, points, answer, weakAnswers, behavioural, facts, milestones } = item;
    return { ...both, kind, groupId, code, why, points, answer, weakAnswers, behavioural, facts, milestones };
  }
  const { kind, groupId, title, language, original, points, improved, reasons, hints } = item;
  const { afterHint, checks } = item;
  const code = { language, original, points, improved, reasons, hints, afterHint, checks };
  return { ...both, ...code, kind, groupId, title };
}
