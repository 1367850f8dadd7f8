import type { CheckReport, CheckRun, RunSet } from '../protocol/code';
import { CODE_LIMITS } from '../protocol/words';
import { type Code, onCode, onLiveCode } from './code';
import { admitted, type Commands, type Evolvers } from './core/concept';
import { accept, reject } from './core/decision';
import { isInSeat, itemOf } from './core/state';
import { usedMs } from './rules';

/** What came of running an exercise's code, with its checks or without, as the browser that ran it reports it. */

type ChecksReported = { type: 'ChecksReported'; askId: string; set: RunSet } & CheckReport;

export type CheckEvent = ChecksReported;

export const commands: Commands<'ReportChecks'> = {
  ReportChecks: {
    may: admitted.filter((audience) => audience !== 'observer'),
    seatOnly: true,
    decide: onLiveCode(({ state, by, ask, code }, { askId, set, results, output }) => {
      const isCandidate = isInSeat(state, by);
      if (set === (isCandidate ? 'hidden' : 'none')) return reject('not-allowed');
      const item = itemOf(state, ask.itemId);
      if (item?.kind !== 'exercise' || (set !== 'none' && !item.checks?.[set])) return reject('not-found');
      if ((newest(code, set, isCandidate)?.runs ?? 0) >= CODE_LIMITS.runs) return reject('too-many');
      return accept({ type: 'ChecksReported', askId, set, results, output });
    }),
  },
};

function newest({ run, ran, panelRuns }: Code, set: RunSet, isCandidate: boolean): CheckRun | null {
  if (set === 'none') return ran;
  return isCandidate ? run : panelRuns[set];
}

export const evolvers: Evolvers<CheckEvent> = {
  ChecksReported: (state, event, meta) => reported(isInSeat(state, meta.by ?? ''))(state, event, meta),
};

const reported = (isCandidate: boolean) =>
  onCode<ChecksReported>((code, { set, results, output }, by, at, ask) => {
    const before = newest(code, set, isCandidate)?.runs ?? 0;
    const run: CheckRun = { results, output, by, at, runs: before + 1 };
    const passed = results.filter(({ ok }) => ok).length;
    const atMs = usedMs(ask.clock, at);
    const runs = [...code.runs, { set, by, isCandidate, at, atMs, passed, of: results.length }];
    if (set === 'none') return { ran: run, runs };
    return isCandidate ? { run, runs } : { panelRuns: { ...code.panelRuns, [set]: run }, runs };
  });
