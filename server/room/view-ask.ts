import type { Bank } from '../protocol/bank';
import type { FollowUp, PackItem } from '../protocol/pack';
import type {
  AsksSlice,
  ClockSlice,
  LiveSlice,
  PanelAsk,
  ProgressSlice,
  PromptSlice,
} from '../protocol/view-asking';
import type { GreenRoomSlice } from '../protocol/view-judging';
import { type Ask, currentRound, itemOf, liveAsk, memberOf, type RoomState, ratersOf } from './core/state';
import { ratersOfAsk } from './late';
import { byId, remembered } from './remembered';
import { counts, numberOf, progressOf } from './rules';
import { firstRatings, mean } from './scoring';

export function clockSlice(state: RoomState): ClockSlice {
  const ask = liveAsk(currentRound(state));
  if (!ask) return null;
  const { targetMs, elapsedMs, runningSince, moment } = ask.clock;
  return { askId: ask.askId, targetMs, elapsedMs, runningSince, moment };
}

/** The candidate's side of the live ask: the prompt, the code to improve, and the follow-ups that were pushed. */
export function promptSlice(state: RoomState): PromptSlice {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  if (!ask || !item) return null;
  const pushed = ask.followUps.flatMap(
    ({ followUpId }) => item.followUps.find((known) => known.id === followUpId) ?? [],
  );
  return {
    askId: ask.askId,
    no: numberOf(ask.askId, currentRound(state)?.asks ?? []),
    kind: item.kind,
    prompt: item.prompt,
    code: item.kind === 'exercise' ? { language: item.language, text: item.original } : item.code,
    askedBy: memberOf(state, ask.askedBy)?.name ?? '',
    followUps: byId(
      pushed,
      ({ id }) => id,
      (followUp, no) => ({ id: followUp.id, no, text: asTold(followUp) }),
    ),
  };
}

/** A follow-up with the facts that are read to the candidate with it. */
function asTold({ text, facts }: FollowUp): string {
  return facts === null ? text : `${text}\n${facts}`;
}

/** How far the round is: of what comes, only how much. */
export function progressSlice(state: RoomState): ProgressSlice {
  const round = currentRound(state);
  return round ? progressOf(round.agenda, round.asks) : { asked: 0, planned: 0 };
}

export function greenRoomSlice(state: RoomState): GreenRoomSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  const asks = round.asks.filter(counts);
  return {
    asks: byId(
      asks,
      ({ askId }) => askId,
      ({ askId, itemId }) => ({
        askId,
        no: numberOf(askId, asks),
        prompt: itemOf(state, itemId)?.prompt ?? '',
      }),
    ),
  };
}

export const raters = remembered(
  (state: RoomState) => [
    state.members,
    state.hostId,
    state.settings.hostRates,
    currentRound(state)?.candidateId,
  ],
  ratersOf,
);

export function asksSlice(state: RoomState): AsksSlice {
  const round = currentRound(state);
  return {
    liveAskId: round?.liveAskId ?? null,
    asks: byId(
      round?.asks ?? [],
      ({ askId }) => askId,
      (ask) => panelAsk(ask, ratersOfAsk(state, ask, raters(state)).join(), state),
    ),
  };
}

/** Before the reveal a count of ratings and nothing else of them. The live clock has a slice of its own. */
const panelAsk = remembered(
  (
    { clock, askId, itemId, no, askedBy, status, followUps, first, reveal }: Ask,
    panelNow: string,
    { pack }: RoomState,
  ) => [
    // Of this ask alone, while the first ratings begin as one empty object for all.
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

/** All of the live ask's item that the panel rates by. */
export function liveSlice(state: RoomState): LiveSlice {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  return ask && item ? live(item, ask.askId) : null;
}

const live = remembered(
  (item: PackItem, askId: string) => [item, askId],
  (item, askId): LiveSlice => ({ askId, item: itemForPanel(item) }),
);

/** An item as the panel has it, field by field: what else a pack may hold is not sent by itself. */
export function itemForPanel(item: PackItem): Bank['items'][number] {
  const { id, prompt, followUps, anchors, level, targetSeconds, tags, notes } = item;
  const both = { id, prompt, followUps, anchors, level, targetSeconds, tags, notes };
  if (item.kind === 'question') {
    const { kind, groupId, code, why, points, answer, weakAnswers, behavioural, facts, milestones } = item;
    return { ...both, kind, groupId, code, why, points, answer, weakAnswers, behavioural, facts, milestones };
  }
  const { kind, groupId, title, language, original, points, improved, reasons, hints, afterHint } = item;
  return { ...both, kind, groupId, title, language, original, points, improved, reasons, hints, afterHint };
}
