import { z } from 'zod';

/** Milliseconds since the epoch, by the server's clock. */
export const instant = z.number();
/** Milliseconds into the answer. */
export const offset = z.number().min(0);
/** 1 to 5; null is "not assessed". */
export const rating = z.int().min(1).max(5).nullable();
