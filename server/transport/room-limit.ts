import { createLimit, type Limit } from './limit';

/** Rooms that one person may open within an hour: more than anybody needs, too few to fill a disk. */
export const ROOMS_AN_HOUR = 30;

export function createRoomLimit(): Limit {
  return createLimit({ points: ROOMS_AN_HOUR, seconds: 3_600 });
}

/** Links that one person may try in a minute, as people try a mistyped link a few times. */
export const JOINS_A_MINUTE = 20;

export function createJoinLimit(): Limit {
  return createLimit({ points: JOINS_A_MINUTE, seconds: 60 });
}

/**
 * Try-out rooms and practices that one person may open within an hour. Each is deleted after a day, except a practice with a
 * scorecard, and they do not count as other rooms.
 */
export const TRY_OUTS_AN_HOUR = 20;

export function createTryOutLimit(): Limit {
  return createLimit({ points: TRY_OUTS_AN_HOUR, seconds: 3_600 });
}

/** Second opinions for one person in an hour: more answers than anybody gives aloud. */
export const OPINIONS_AN_HOUR = 60;

/** `most`: for everybody together, since anybody can be one more guest, and somebody pays for the judge. */
export function createJudgeLimit(most: number): Limit {
  const each = createLimit({ points: OPINIONS_AN_HOUR, seconds: 3_600 });
  const all = createLimit({ points: most, seconds: 3_600 });
  return async (principalId) => (await each(principalId)) && all('everybody');
}

/** What one person may write for themselves in a minute, a story or a rating of a sample: a page saves while they type. */
export const OWN_WORDS_A_MINUTE = 60;

export function createOwnWordsLimit(): Limit {
  return createLimit({ points: OWN_WORDS_A_MINUTE, seconds: 60 });
}

/** Files of scorecards that one person may import in a minute: each can be large, and makes the server ask others for keys. */
export const IMPORTS_A_MINUTE = 10;

export function createImportLimit(): Limit {
  return createLimit({ points: IMPORTS_A_MINUTE, seconds: 60 });
}

/** Files with several scorecards that one person may download in a minute: each can read every room that they were in. */
const EXPORTS_A_MINUTE = 20;

export function createExportLimit(): Limit {
  return createLimit({ points: EXPORTS_A_MINUTE, seconds: 60 });
}

/** Replays that one person may open in a minute: each goes through everything that happened in a room. */
const REPLAYS_A_MINUTE = 30;

export function createReplayLimit(): Limit {
  return createLimit({ points: REPLAYS_A_MINUTE, seconds: 60 });
}

/** Forecasts and suggestions for one person, or address, in a minute. A set-up page asks again with every change. */
export const PLANS_A_MINUTE = 240;

export function createPlanLimit(): Limit {
  return createLimit({ points: PLANS_A_MINUTE, seconds: 60 });
}
