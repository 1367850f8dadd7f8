import type { PackProblem } from '../protocol/pack';
import { EMPTY_PREVIEW } from './preview';
import type { PackReading } from './read-pack';

/** The result for a source that was not read at all, with the reason. */
export function notRead(problem: PackProblem): PackReading {
  return {
    ok: false,
    title: null,
    counts: { groups: 0, questions: 0, keyPoints: 0, contexts: 0, exercises: 0, tips: 0, answers: 0 },
    preview: EMPTY_PREVIEW,
    pack: null,
    problems: [problem],
    warnings: [],
    coverage: { lines: 0, used: 0, notes: 0, leftOut: 0, spans: [] },
  };
}
