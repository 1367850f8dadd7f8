import { plural } from '@/app/ui/format';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `expires in 3 hours`, `expires in 2 days`, `expired`. Both in milliseconds since the epoch. */
export function expiryInWords(expiresAt: number, now: number): string {
  const left = expiresAt - now;
  if (left <= 0) return 'expired';
  if (left < MINUTE) return 'expires within a minute';
  if (left < HOUR) return `expires in ${plural(Math.floor(left / MINUTE), 'minute')}`;
  const hours = Math.round(left / HOUR);
  return hours < 48
    ? `expires in ${plural(hours, 'hour')}`
    : `expires in ${plural(Math.round(hours / 24), 'day')}`;
}
