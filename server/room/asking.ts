import type { CodeMode } from '../protocol/code';
import type { FollowUp, PackItem } from '../protocol/pack';
import type { AsksSlice, PanelAsk, PromptSlice } from '../protocol/view-asking';
import { SCRATCH_PAD } from '../protocol/words';
import { notFinished } from './alone';
import { started, stopped } from './clock';
import { noCode, withoutPen } from './code';
import { onAsk, withRound } from './core/change';
import { type Commands, type Evolvers, panel } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import type { EventMeta, RoomEvent } from './core/events';
import { type OnAsk, onLiveAsk, whileAsking } from './core/occasions';
import { byId, remembered } from './core/remembered';
import { sceneOf } from './core/scene';
import {
  type Ask,
  allRounds,
  audienceOf,
  currentRound,
  heardItems,
  itemOf,
  liveAsk,
  type RoomState,
  type Round,
  type Scene,
} from './core/state';
import { noFinds } from './finds';
import { noSelfRating } from './green-room';
import { ratersOfAsk } from './late';
import { noMarks } from './listening';
import { noNotes } from './notes';
import { calledByCandidate } from './people';
import { noRatings, raters } from './rating';
import { notRevealed } from './reveal';
import { type AskStatus, maySteer, numberOf, secondsOf } from './rules';
import { firstRatings, mean } from './scoring';

/** What the panel puts before the candidate: one live ask at a time, with its follow-ups. */

/** `mode` and `language` belong to exercises; older events lack them. */
type ItemPushed = {
  type: 'ItemPushed';
  askId: string;
  itemId: string;
  targetMs: number;
  mode?: CodeMode;
  language?: string;
};

export type AskingEvent =
  | ItemPushed
  | { type: 'AskClosed'; askId: string }
  | { type: 'AskWithdrawn'; askId: string }
  | { type: 'AskSkipped'; askId: string }
  | { type: 'AskReturned'; askId: string }
  | { type: 'FollowUpPushed'; askId: string; followUpId: string };

export interface AskedPart {
  status: AskStatus;
  followUps: { followUpId: string; at: number; by: string | null }[];
}

export const commands: Commands<'PushItem' | 'PushFollowUp' | 'WithdrawAsk' | 'SkipAsk' | 'ReturnToAsk'> = {
  PushItem: {
    may: panel,
    decide: whileAsking(({ state, round }, { itemId, liveAskId, mode, language }) => {
      const item = itemOf(state, itemId);
      if (!item) return reject('item-unknown');
      const isPad = itemId === SCRATCH_PAD;
      if (round.pool && !isPad && !round.pool.includes(itemId)) return reject('not-in-pool');
      const heardHere = round.asks.some((ask) => ask.itemId === itemId);
      if (heardHere || (round.pool && !isPad && heardItems(state).has(itemId)))
        return reject('already-heard');
      if (round.liveAskId !== liveAskId) return reject('ask-changed');
      return accept(...closeLive(round), {
        type: 'ItemPushed',
        askId: `a${nextAsk(state, round)}`,
        itemId,
        targetMs: secondsOf(item, state.settings.targetSeconds, mode) * 1000,
        ...(item.kind === 'exercise' && { mode: mode ?? 'review', ...(isPad && language && { language }) }),
      });
    }),
  },
  PushFollowUp: {
    may: panel,
    decide: onLiveAsk(({ state, ask }, { askId, followUpId }) => {
      const known = itemOf(state, ask.itemId)?.followUps.some((followUp) => followUp.id === followUpId);
      if (!known) return reject('not-found');
      if (ask.followUps.some((pushed) => pushed.followUpId === followUpId)) return nothing;
      return accept({ type: 'FollowUpPushed', askId, followUpId });
    }),
  },
  WithdrawAsk: {
    may: panel,
    decide: onLiveAsk((occasion, { askId }) =>
      steers(occasion) ? accept({ type: 'AskWithdrawn', askId }) : reject('not-allowed'),
    ),
  },
  SkipAsk: {
    may: panel,
    decide: onLiveAsk((occasion, { askId }) =>
      steers(occasion) ? accept({ type: 'AskSkipped', askId }) : reject('not-allowed'),
    ),
  },
  ReturnToAsk: {
    may: panel,
    decide: whileAsking(({ round }, { askId }) => {
      const ask = round.asks.find((other) => other.askId === askId);
      if (!ask) return reject('not-found');
      if (ask.status === 'live') return nothing;
      return accept(...closeLive(round), { type: 'AskReturned', askId });
    }),
  },
};

/** Whether the member who sent the command steers this ask. */
function steers({ state, by, ask }: OnAsk): boolean {
  return maySteer(audienceOf(state, by), by, ask.askedBy);
}

/** The events that close the live ask, if there is one. */
export function closeLive(round: Round): RoomEvent[] {
  const live = liveAsk(round);
  return live ? [{ type: 'AskClosed', askId: live.askId }] : [];
}

function ended(status: Exclude<AskStatus, 'live'>) {
  return onAsk((ask, _, { at }) => ({
    ...withoutPen(ask, at),
    status,
    clock: stopped(ask.clock, at),
  }));
}

export const evolvers: Evolvers<AskingEvent> = {
  ItemPushed: pushed,
  AskClosed: ended('closed'),
  AskWithdrawn: ended('withdrawn'),
  AskSkipped: ended('skipped'),
  AskReturned: onAsk((ask, _, { at }) => ({
    ...ask,
    status: 'live',
    clock: { ...ask.clock, runningSince: at, moment: false },
  })),
  FollowUpPushed: onAsk((ask, { followUpId }, { at, by }) => ({
    ...ask,
    followUps: [...ask.followUps, { followUpId, at, by }],
  })),
};

function pushed(state: RoomState, event: ItemPushed, { at, by }: EventMeta): RoomState {
  const round = currentRound(state);
  if (!round) throw new Error('ItemPushed outside a round');
  const ask: Ask = {
    askId: event.askId,
    no: round.asks.length + 1,
    itemId: event.itemId,
    askedBy: by ?? '',
    askedAt: at,
    status: 'live',
    clock: started(event.targetMs, at),
    followUps: [],
    ...noMarks,
    ...noNotes,
    ...noRatings,
    ...notRevealed,
    ...noFinds,
    ...noCode(itemOf(state, event.itemId)?.kind === 'exercise', event.mode, event.language),
    ...noSelfRating,
    ...notFinished,
  };
  return withRound(state, round.roundId, (current) => ({
    ...current,
    liveAskId: ask.askId,
    asks: [...current.asks, ask],
  }));
}

/** Each round has a thousand numbers of its own, so that no number tells how many questions another candidate was asked. */
const ROUND_STEP = 1_000;

function nextAsk(state: RoomState, round: Round): number {
  const taken = allRounds(state).flatMap(({ asks }) => asks.map(({ askId }) => Number(askId.slice(1))));
  const from = (Number(round.roundId.slice(1)) - 1) * ROUND_STEP;
  let next = from + round.asks.length + 1;
  // A room from before these numbers counted on from round to round.
  while (taken.includes(next)) next += 1;
  return next;
}

/** The candidate's side of the live ask: the prompt, the code to improve, and the follow-ups that were pushed. */
export function promptSlice(state: Scene): PromptSlice {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  if (!ask || !item) return null;
  const nameOf = calledByCandidate(state);
  const pushed = ask.followUps.flatMap(({ followUpId, by }) => {
    const known = item.followUps.find(({ id }) => id === followUpId);
    return known ? [{ ...known, askedBy: nameOf(by) }] : [];
  });
  return {
    askId: ask.askId,
    no: numberOf(ask.askId, currentRound(state)?.asks ?? []),
    kind: item.kind,
    prompt: item.prompt,
    code:
      item.kind === 'exercise'
        ? { language: ask.code?.language ?? item.language, text: item.original }
        : item.code,
    askedBy: nameOf(ask.askedBy),
    answered: ask.answered,
    followUps: byId(
      pushed,
      ({ id }) => id,
      ({ id, askedBy, ...followUp }, no) => ({ id, no, text: asTold(followUp), askedBy }),
    ),
  };
}

/** A follow-up with the facts that the panel reads to the candidate. */
export function asTold({ text, facts }: Pick<FollowUp, 'text' | 'facts'>): string {
  return facts === null ? text : `${text}\n${facts}`;
}

export const asksSlice = remembered(
  (state: RoomState) => [sceneOf(state), ...(currentRound(state)?.asks ?? []).map(({ first }) => first)],
  (state): AsksSlice => {
    const round = currentRound(state);
    return {
      liveAskId: round?.liveAskId ?? null,
      asks: byId(
        round?.asks ?? [],
        ({ askId }) => askId,
        (ask) => panelAsk(ask, ratersOfAsk(state, ask, raters(state)).join(), state),
      ),
    };
  },
);

/** Before the reveal it holds only the number of ratings. The live clock has a slice of its own. */
const panelAsk = remembered(
  (
    { clock, askId, itemId, no, askedBy, status, followUps, first, reveal }: Ask,
    panelNow: string,
    { pack }: RoomState,
  ) => [
    // The clock is first, since it is this ask's own object, while all asks share the empty first ratings.
    clock,
    askId,
    itemId,
    no,
    askedBy,
    status,
    followUps,
    first,
    reveal,
    panelNow,
    pack,
  ],
  (ask, panelNow, state): PanelAsk => {
    const panel = ask.reveal?.panel ?? panelNow.split(',').filter(Boolean);
    const item = itemOf(state, ask.itemId);
    return {
      askId: ask.askId,
      itemId: ask.itemId,
      no: ask.no,
      kind: item?.kind ?? 'question',
      group: state.pack.groups.find(({ id }) => id === item?.groupId)?.title ?? null,
      text: item ? textOf(item) : '',
      askedBy: ask.askedBy,
      status: ask.status,
      revealed: ask.reveal !== null,
      pushedFollowUps: ask.followUps.map((pushed) => pushed.followUpId),
      targetMs: ask.clock.targetMs,
      elapsedMs: ask.reveal?.usedMs ?? ask.clock.elapsedMs,
      rated: panel.filter((memberId) => memberId in ask.first).length,
      of: panel.length,
      mean: ask.reveal ? mean(firstRatings(ask)) : null,
    };
  },
);

function textOf(item: PackItem): string {
  return item.kind === 'exercise' ? item.title : item.prompt;
}
