import { z } from 'zod';
import { askId, memberId, noteId, packKey } from './ids';
import { instant, offset } from './units';
import { CODE_LIMITS, CODE_MODES, LIMITS } from './words';

/** What commands and views say about a code exercise. Its text has messages of its own: see `wire.ts`. */

export const codeMode = z.enum(CODE_MODES);
export type CodeMode = z.infer<typeof codeMode>;

/** 1-based, inclusive. */
export const lineRange = z.strictObject({
  from: z.int().min(1).max(CODE_LIMITS.lines),
  to: z.int().min(1).max(CODE_LIMITS.lines),
});
export type LineRange = z.infer<typeof lineRange>;

/** The same range as Yjs relative positions in JSON text, which remain right while the text changes. */
export const codePlace = z.strictObject({
  from: z.string().max(CODE_LIMITS.place),
  to: z.string().max(CODE_LIMITS.place),
});
export type CodePlace = z.infer<typeof codePlace>;

export const pointedTo = z.enum(['panel', 'everyone']);

/** One test of a run. `message` says why it failed, and is empty if it passed. */
export const checkResult = z.strictObject({
  name: z.string().max(200),
  ok: z.boolean(),
  message: z.string().max(CODE_LIMITS.checkMessage),
});
export type CheckResult = z.infer<typeof checkResult>;

export const checkSet = z.enum(['shown', 'hidden']);
export type CheckSet = z.infer<typeof checkSet>;
/** What was run with the code: a set of its checks, or nothing. */
export const runSet = z.enum([...checkSet.options, 'none']);
export type RunSet = z.infer<typeof runSet>;

/** The tests' results and the code's output; both are cut if they are too long: see `fitted-report.ts`. */
export const checkReport = z.strictObject({
  results: z.array(checkResult).max(CODE_LIMITS.checks),
  output: z.string().max(CODE_LIMITS.checkOutput),
});
export type CheckReport = z.infer<typeof checkReport>;

/** The newest run of a set of checks; `runs` counts all of them. */
export const checkRun = checkReport.extend({ by: memberId, at: instant, runs: z.int().min(1) });
export type CheckRun = z.infer<typeof checkRun>;

/**
 * A highlighted range with a comment. A member points at one range for the panel, and at one for everyone. `lines` are those
 * of the text at that moment; `place` says where they are now, and is null if the window that pointed did not say.
 */
export const pointer = z.strictObject({
  memberId,
  lines: lineRange,
  place: codePlace.nullable(),
  text: z.string(),
  to: pointedTo,
});
export type Pointer = z.infer<typeof pointer>;

/** A problem that a listener found besides the planted ones. `lines` and `place` are as in a pointer. */
export const find = z.strictObject({
  findId: noteId,
  text: z.string(),
  lines: lineRange.nullable(),
  place: codePlace.nullable(),
  atMs: offset,
});
export type Find = z.infer<typeof find>;

const hintGiven = z.strictObject({ no: z.int().min(1), at: instant, atMs: offset });

/** What the candidate sees of the live exercise besides its prompt. */
export const candidateCode = z
  .strictObject({
    askId,
    mode: codeMode,
    /** The panelist who may also write. */
    pen: memberId.nullable(),
    hints: z.record(packKey, hintGiven.extend({ text: z.string() })),
    pointers: z.record(z.string(), pointer),
    /** The checks that the candidate may run, and the data that SQL loads first. */
    checks: z.strictObject({ shown: z.string(), data: z.string().nullable() }).nullable(),
    run: checkRun.nullable(),
    /** Their newest run without checks: what it printed, and the error that ended it as the only result. */
    ran: checkRun.nullable(),
  })
  .nullable();
export type CandidateCode = z.infer<typeof candidateCode>;

/** The same for the panel, for every exercise of the round. */
export const panelCode = z.strictObject({
  askId,
  mode: codeMode,
  language: z.string().nullable(),
  pen: memberId.nullable(),
  /** Who could write besides the candidate, and when into the answer; `untilMs` is null while they can. */
  pens: z.record(
    z.string(),
    z.strictObject({ no: z.int().min(1), memberId, fromMs: offset, untilMs: offset.nullable() }),
  ),
  hints: z.record(packKey, hintGiven),
  pointers: z.record(z.string(), pointer),
  /** The candidate's newest run of the shown checks, and the newest without checks. */
  run: checkRun.nullable(),
  ran: checkRun.nullable(),
  /** A panelist's newest run of each set, which only the panel sees. */
  panelRuns: z.strictObject({ shown: checkRun.nullable(), hidden: checkRun.nullable() }),
});
export type PanelCode = z.infer<typeof panelCode>;
export const panelCodes = z.strictObject({ asks: z.record(askId, panelCode) });
export type PanelCodes = z.infer<typeof panelCodes>;

/** Whole hours for which an exercise may be read at home. */
export const homeHours = z.int().min(1).max(CODE_LIMITS.homeHours);

/** The exercise that the next candidate may read at home, as the panel sees it; null while none is open. */
export const homeSlice = z
  .strictObject({
    itemId: packKey,
    openedAt: instant,
    until: instant,
    /** Candidates who opened it, and when they first did. */
    reads: z.record(memberId, z.strictObject({ memberId, at: instant })),
  })
  .nullable();
export type HomeSlice = z.infer<typeof homeSlice>;

/** The same for that candidate; the room closes it at `until`. */
export const homeCode = z
  .strictObject({
    until: instant,
    /** Null until they open it, which the panel sees. */
    opened: z
      .strictObject({
        /** When they first did. */
        at: instant,
        prompt: z.string(),
        language: z.string().nullable(),
        text: z.string(),
      })
      .nullable(),
  })
  .nullable();
export type HomeCode = z.infer<typeof homeCode>;

export const findText = z.string().trim().min(1).max(CODE_LIMITS.find);
export const pointerText = z.string().trim().max(CODE_LIMITS.pointer);
export const codeLanguage = z.string().trim().min(1).max(LIMITS.language);
