import type { CheckReport, CheckRun, CheckSet } from '../protocol/code';
import { CODE_LIMITS } from '../protocol/words';
import { onCode, onLiveCode } from './code';
import { admitted, type Commands, type Evolvers } from './core/concept';
import { accept, reject } from './core/decision';
import { isInSeat, itemOf } from './core/state';
import { usedMs } from './rules';

/** The results of an exercise's checks, as the browser that ran them reports them. */

type ChecksReported = { type: 'ChecksReported'; askId: string; set: CheckSet } & CheckReport;

export type CheckEvent = ChecksReported;

export const commands: Commands<'ReportChecks'> = {
  ReportChecks: {
    may: admitted.filter((audience) => audience !== 'observer'),
    seatOnly: true,
    decide: onLiveCode(({ state, by, ask, code }, { askId, set, results, output }) => {
      const isCandidate = isInSeat(state, by);
      if (isCandidate && set === 'hidden') return reject('not-allowed');
      const item = itemOf(state, ask.itemId);
      if (item?.kind !== 'exercise' || !item.checks?.[set]) return reject('not-found');
      const before = isCandidate ? code.run : code.panelRuns[set];
      if ((before?.runs ?? 0) >= CODE_LIMITS.runs) return reject('too-many');
      return accept({ type: 'ChecksReported', askId, set, results, output });
    }),
  },
};

export const evolvers: Evolvers<CheckEvent> = {
  ChecksReported: (state, event, meta) => reported(isInSeat(state, meta.by ?? ''))(state, event, meta),
};

const reported = (isCandidate: boolean) =>
  onCode<ChecksReported>((code, { set, results, output }, by, at, ask) => {
    const before = isCandidate ? code.run : code.panelRuns[set];
    const run: CheckRun = { results, output, by, at, runs: (before?.runs ?? 0) + 1 };
    const passed = results.filter(({ ok }) => ok).length;
    const atMs = usedMs(ask.clock, at);
    const runs = [...code.runs, { set, by, isCandidate, at, atMs, passed, of: results.length }];
    return isCandidate ? { run, runs } : { panelRuns: { ...code.panelRuns, [set]: run }, runs };
  });
