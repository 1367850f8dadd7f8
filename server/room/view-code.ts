import type { CandidateCode, Find, PanelCode, PanelCodes } from '../protocol/code';
import type { Exercise } from '../protocol/pack';
import type { Code } from './code';
import { type Ask, currentRound, itemOf, liveAsk, type RoomState } from './core/state';
import { byId, remembered } from './remembered';

/** What the candidate has of the live exercise: hints from the moment at which they are given, and checks that are shown. */
export function candidateCodeSlice(state: RoomState): CandidateCode {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  if (!ask?.code || item?.kind !== 'exercise') return null;
  return candidateCode(ask.code, ask.askId, item);
}

const candidateCode = remembered(
  (code: Code, askId: string, item: Exercise) => [code, askId, item],
  ({ mode, pen, hints, pointers, run }, askId, item): CandidateCode => ({
    askId,
    mode,
    pen,
    hints: byId(
      hints,
      ({ no }) => String(no),
      (hint) => ({ ...hint, text: item.hints[hint.no - 1] ?? '' }),
    ),
    pointers: byId(
      pointers.filter(({ to }) => to === 'everyone'),
      ({ memberId, to }) => `${memberId}-${to}`,
      (pointer) => pointer,
    ),
    checks: item.checks?.shown ? { shown: item.checks.shown, data: item.checks.data } : null,
    run,
  }),
);

export function panelCodesSlice(state: RoomState): PanelCodes {
  const asks = (currentRound(state)?.asks ?? []).flatMap(({ askId, itemId, code }) => {
    const item = itemOf(state, itemId);
    return code && item?.kind === 'exercise' ? [panelCode(code, askId, item)] : [];
  });
  return {
    asks: byId(
      asks,
      ({ askId }) => askId,
      (one) => one,
    ),
  };
}

const panelCode = remembered(
  (code: Code, askId: string, item: Exercise) => [code, askId, item],
  ({ mode, language, pen, hints, pointers, run, panelRuns }, askId, item): PanelCode => ({
    askId,
    mode,
    language: language ?? item.language,
    pen,
    hints: byId(
      hints,
      ({ no }) => String(no),
      (hint) => hint,
    ),
    pointers: byId(
      pointers,
      ({ memberId, to }) => `${memberId}-${to}`,
      (pointer) => pointer,
    ),
    run,
    panelRuns,
  }),
);

/** One listener's extra finds, by id. */
export function findsOf(ask: Ask, memberId: string): Record<string, Find> {
  const mine = [...(ask.finds[memberId] ?? [])].sort((a, b) => a.atMs - b.atMs);
  return byId(
    mine,
    ({ findId }) => findId,
    (one) => one,
  );
}
