import { clock } from '@/app/ui/format';

/** Seconds of `3:00`, `3`, `2.5` (minutes) or `90s`; null for anything else. */
export function readTarget(text: string): number | null {
  const clock = /^\s*(\d{1,2}):([0-5]\d)\s*$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const seconds = /^\s*(\d{1,4})\s*s(?:ec(?:onds?)?)?\s*$/i.exec(text);
  if (seconds) return Number(seconds[1]);
  const minutes = /^\s*(\d{1,2}(?:[.,]\d)?)\s*(?:m(?:in(?:utes?)?)?)?\s*$/i.exec(text);
  if (minutes) return Math.round(Number(minutes[1]?.replace(',', '.')) * 60);
  return null;
}

/** The text in the field: `3:00`. */
export const targetText = (seconds: number): string => clock(seconds * 1000);
