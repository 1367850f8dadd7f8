import { duration, plural } from '@/app/ui/format';
import { agendaSeconds, slotSeconds } from './agenda';
import type { OutlineItem } from './pack-outline';

/** `8 questions, about 24 minutes`. */
export function ledTotal(items: readonly OutlineItem[], targetSeconds: number | null): string {
  return `${plural(items.length, 'question')}, about ${duration(agendaSeconds(items, targetSeconds) * 1000)}`;
}

/** `8 questions each, about 24 minutes a person`. */
export function peerTotal(count: number, targetSeconds: number | null): string {
  return `${plural(count, 'question')} each, about ${duration(slotSeconds(count, targetSeconds) * 1000)} a person`;
}
