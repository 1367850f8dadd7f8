import { z } from 'zod';
import { OLDEST_SCORECARD, writtenScorecard } from './earlier-scorecards';
import { NOT_JSON, NOT_SCORECARDS, newerVersion, olderVersion, problemsOf } from './file-problems';
import { columnText, instant, SCORECARD_VERSION } from './scorecard';

/** The name and version of the format of a file of scorecards. */
export const SCORECARD_FILE = 'hotseat-scorecards';
export const SCORECARD_FILE_VERSION = 1;

/** The result of checking a signature; `unknown` if nobody could say whose key signed it. */
export const SIGNATURES = ['verified', 'changed', 'unknown'] as const;
export type Signature = (typeof SIGNATURES)[number];

/** The signed part, as canonical JSON (keys in the order of their UTF-16 code units, no spaces) in UTF-8. */
export const issuedScorecard = z.strictObject({
  /** The address of the server that signed it, for example `https://panel.example.org`. */
  issuer: columnText.max(300),
  /** When that server issued it (ms since the epoch). */
  issuedAt: instant,
  /** In the shape of the version that wrote it. */
  scorecard: writtenScorecard,
});

/** A JWS in flattened form (RFC 7515, 7.2.2) without its payload, which is the rest of the entry. */
export const proof = z.strictObject({
  protected: z.string().max(2_000),
  signature: z.string().max(500),
});

export const fileEntry = issuedScorecard.extend({ proof: proof.nullable() });

/** Exported scorecards, each signed alone, so that files can be split and joined. */
export const scorecardFile = z.strictObject({
  format: z.literal(SCORECARD_FILE),
  version: z.literal(SCORECARD_FILE_VERSION),
  rounds: z.array(fileEntry),
});

/** As much of a file as says which version its scorecards have. */
const versions = z.object({
  rounds: z.array(z.object({ scorecard: z.object({ version: z.int().min(1) }) })),
});

export type IssuedScorecard = z.infer<typeof issuedScorecard>;
export type FileEntry = z.infer<typeof fileEntry>;
export type ScorecardFile = z.infer<typeof scorecardFile>;

/** The JSON Schema (draft 2020-12) of a file of scorecards, for readers in any language. */
export function scorecardFileSchema(): object {
  return z.toJSONSchema(scorecardFile, { io: 'input' });
}

export interface ReadFile {
  rounds: FileEntry[];
  /** One sentence each; a file with any problem is not kept. */
  problems: string[];
}

/** The scorecards in a file's text, or its problems. */
export function readScorecardFile(text: string): ReadFile {
  const value = parsed(text);
  if (value === undefined) return problem(NOT_JSON);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== SCORECARD_FILE)
    return problem(NOT_SCORECARDS);
  if ('version' in value && typeof value.version === 'number' && value.version > SCORECARD_FILE_VERSION)
    return problem(newerVersion(value.version));
  const found = versions.safeParse(value).data?.rounds.map(({ scorecard: { version } }) => version) ?? [];
  const newest = Math.max(0, ...found);
  if (newest > SCORECARD_VERSION) return problem(newerVersion(newest));
  const oldest = Math.min(...found);
  if (oldest < OLDEST_SCORECARD) return problem(olderVersion(oldest));
  const read = scorecardFile.safeParse(value);
  if (!read.success) return { rounds: [], problems: problemsOf(read.error.issues) };
  return { rounds: read.data.rounds, problems: [] };
}

const problem = (sentence: string): ReadFile => ({ rounds: [], problems: [sentence] });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
