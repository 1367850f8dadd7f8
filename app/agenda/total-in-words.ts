import { duration, plural } from '@/app/ui/format';
import type { OutlineItem } from '@/server/protocol/outline';
import { agendaSeconds } from './agenda';

/** `8 questions, about 24 minutes`. */
export function ledTotal(items: readonly OutlineItem[], targetSeconds: number | null): string {
  return `${plural(items.length, 'question')}, about ${duration(agendaSeconds(items, targetSeconds) * 1000)}`;
}

/** `8 questions each, about 24 minutes a person`. Where each has its own time nobody knows it before they are dealt. */
export function peerTotal(count: number, targetSeconds: number | null): string {
  const each = `${plural(count, 'question')} each`;
  return targetSeconds === null
    ? `${each}, with a time of their own`
    : `${each}, about ${duration(count * targetSeconds * 1000)} a person`;
}
