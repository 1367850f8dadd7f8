import { z } from 'zod';
import { scorecard } from './scorecard';

/** What a file of scorecards calls itself, and the version of its shape. */
export const SCORECARD_FILE = 'hotseat-scorecards';
export const SCORECARD_FILE_VERSION = 1;

/** What a signature says of a scorecard; `unknown` where nobody could say whose key signed it. */
export const SIGNATURES = ['verified', 'changed', 'unknown'] as const;
export type Signature = (typeof SIGNATURES)[number];

/** What is signed: as canonical JSON (keys in the order of their UTF-16 code units, no spaces) in UTF-8. */
export const issuedScorecard = z.strictObject({
  /** The address of the server that signed it, as in `https://panel.example.org`. */
  issuer: z.string().max(300),
  /** When it left that server (ms since the epoch). */
  issuedAt: z.number(),
  scorecard,
});

/** A JWS in flattened form (RFC 7515, 7.2.2) whose payload is left out: it is the rest of the entry. */
export const proof = z.strictObject({
  protected: z.string().max(2_000),
  signature: z.string().max(500),
});

export const fileEntry = issuedScorecard.extend({ proof: proof.nullable() });

/** Scorecards that somebody took along, each signed alone: some of them, or all, or several files' together. */
export const scorecardFile = z.strictObject({
  format: z.literal(SCORECARD_FILE),
  version: z.literal(SCORECARD_FILE_VERSION),
  rounds: z.array(fileEntry),
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
  /** One sentence each; a file with any of them is not kept. */
  problems: string[];
}

/** More problems than anybody reads. */
const PROBLEMS = 10;

/** A file's text as scorecards, or what is wrong with it. */
export function readScorecardFile(text: string): ReadFile {
  const value = parsed(text);
  if (value === undefined) return { rounds: [], problems: ['The file is not JSON.'] };
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== SCORECARD_FILE)
    return { rounds: [], problems: ['The file holds no Hotseat scorecards.'] };
  if (!('version' in value) || value.version !== SCORECARD_FILE_VERSION)
    return {
      rounds: [],
      problems: [`The file has another version than ${SCORECARD_FILE_VERSION}, the one that is read here.`],
    };
  const read = scorecardFile.safeParse(value);
  if (read.success) return { rounds: read.data.rounds, problems: [] };
  return {
    rounds: [],
    problems: read.error.issues
      .slice(0, PROBLEMS)
      .map(({ path, message }) => `${path.join('.') || 'The file'}: ${message}.`.replace(/\.\.$/, '.')),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
