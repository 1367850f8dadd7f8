import { duration, plural } from '@/app/ui/format';
import type { RoomSlice } from '@/server/protocol/views';

type Planned = Pick<RoomSlice, 'format' | 'plannedAsks' | 'targetSeconds'>;

/** "9 questions". A peer round takes as many as the pack has for everybody. */
export function countInWords({ format, plannedAsks }: Planned): string {
  return `${format === 'peer' ? 'up to ' : ''}${plural(plannedAsks, 'question')}`;
}

/**
 * How long it takes, for somebody in the hot seat: true whatever the questions are, since they may know how many there
 * are and nothing else.
 */
export function timeInWords({ format, plannedAsks, targetSeconds }: Planned): string {
  if (targetSeconds === null) return 'Each question has its own time, and you see how much of it is left.';
  const each = `About ${duration(targetSeconds * 1000)} for each answer`;
  const all = duration(plannedAsks * targetSeconds * 1000);
  return format === 'peer'
    ? `${each}, so up to ${all} a turn.`
    : `${each}, so about ${all}, or longer if there is a code exercise.`;
}

/** A turn in a peer room, for whoever plans it and does not know yet what there is for everybody. */
export function turnInWords({ plannedAsks, targetSeconds }: Planned): string {
  const each = `Up to ${plural(plannedAsks, 'question')} for each person`;
  return targetSeconds === null
    ? `${each}, each with its own time.`
    : `${each}, up to ${duration(plannedAsks * targetSeconds * 1000)} a turn.`;
}
