import { createLimit, type Limit } from './limit';

/** Rooms that one person may open within an hour: more than anybody needs, fewer than fill a disk. */
export const ROOMS_AN_HOUR = 30;

export function createRoomLimit(): Limit {
  return createLimit({ points: ROOMS_AN_HOUR, seconds: 3_600 });
}

/** Links that one person may try in a minute: a link that was mistyped is tried a few times. */
export const JOINS_A_MINUTE = 20;

export function createJoinLimit(): Limit {
  return createLimit({ points: JOINS_A_MINUTE, seconds: 60 });
}

/** Rooms to try things out in, of one person within an hour. They are kept for a day and count as none of the others. */
export const TRY_OUTS_AN_HOUR = 20;

export function createTryOutLimit(): Limit {
  return createLimit({ points: TRY_OUTS_AN_HOUR, seconds: 3_600 });
}

/** Opinions of a judge, for one person within an hour: more answers than anybody gives aloud. */
export const OPINIONS_AN_HOUR = 60;

export function createJudgeLimit(): Limit {
  return createLimit({ points: OPINIONS_AN_HOUR, seconds: 3_600 });
}

/** Forecasts and suggestions of one person, or address, in a minute: a set-up page asks again with every change. */
export const PLANS_A_MINUTE = 240;

export function createPlanLimit(): Limit {
  return createLimit({ points: PLANS_A_MINUTE, seconds: 60 });
}
