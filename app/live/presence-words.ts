import { plural } from '@/app/ui/format';
import type { MemberPresence } from './use-room';

const MINUTE = 60_000;

/** `Here`, `Away 2 minutes` (in whole minutes), `Connecting` until the server has told. */
export function presenceInWords(presence: MemberPresence, now: number): string {
  if (presence.state === 'here') return 'Here';
  if (presence.state === 'unknown') return presence.told ? 'Can’t tell right now' : 'Connecting';
  const minutes = Math.floor((now - presence.since) / MINUTE);
  if (minutes < 1) return 'Away';
  return minutes < 60 ? `Away ${plural(minutes, 'minute')}` : 'Away over an hour';
}
