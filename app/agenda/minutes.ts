const MINUTES_MAX = 480;

/** What is said beside a field whose minutes cannot be read. */
export const MINUTES_PROBLEM = `Whole minutes, from 1 to ${MINUTES_MAX}.`;

/** Whole minutes as they were typed, or null. */
export function readMinutes(typed: string): number | null {
  const minutes = Number(typed.trim());
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_MAX ? minutes : null;
}
