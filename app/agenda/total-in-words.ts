import { duration, plural } from '@/app/ui/format';
import type { OutlineItem } from '@/server/protocol/outline';
import { plannedSeconds, totalSeconds } from '@/server/room/rules';

/** `8 questions, about 24 minutes`. */
export function ledTotal(items: readonly OutlineItem[], targetSeconds: number | null): string {
  return `${plural(items.length, 'question')}, about ${duration(totalSeconds(items, targetSeconds) * 1000)}`;
}

/** `8 questions each, about 24 minutes per person`. If each has its own time, nobody knows it before they are dealt. */
export function peerTotal(count: number, targetSeconds: number | null): string {
  const each = `${plural(count, 'question')} each`;
  const seconds = plannedSeconds(count, targetSeconds);
  return seconds === null
    ? `${each}, with a time of their own`
    : `${each}, about ${duration(seconds * 1000)} per person`;
}
