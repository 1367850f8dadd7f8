import { placesInWords } from '@/app/agenda/total-in-words';
import { duration, plural } from '@/app/ui/format';
import type { RoomSlice } from '@/server/protocol/view-room';
import { plannedSeconds } from '@/server/room/rules';

type Planned = Pick<RoomSlice, 'format' | 'plannedAsks' | 'plannedExercises' | 'targetSeconds'>;

/** "9 questions". In a peer round that is a maximum: the pack may not have as many for everybody. */
export function countInWords({ format, plannedAsks, plannedExercises }: Planned): string {
  if (format === 'led') return plural(plannedAsks, 'question');
  return `up to ${placesInWords(plannedAsks - plannedExercises, plannedExercises)}`;
}

/**
 * How long it takes, for a person in the hot seat. It must be true for any questions, since they may know only how many
 * there are.
 */
export function timeInWords({ format, plannedAsks, plannedExercises, targetSeconds }: Planned): string {
  const seconds = plannedSeconds(plannedAsks - plannedExercises, targetSeconds);
  if (targetSeconds === null || seconds === null)
    return 'Each question has its own time, and you see how much of it is left.';
  const each = `About ${duration(targetSeconds * 1000)} for each answer`;
  const all = duration(seconds * 1000);
  return format === 'peer'
    ? `${each}, so up to ${all} a turn${plusCode(plannedExercises)}.`
    : `${each}, so about ${all}, or longer if there is a code exercise.`;
}

/** A turn in a peer room, for the host who plans it and does not know yet what the pack has for everybody. */
export function turnInWords({ plannedAsks, plannedExercises, targetSeconds }: Planned): string {
  const questions = plannedAsks - plannedExercises;
  const each = `Up to ${placesInWords(questions, plannedExercises)} for each person`;
  const seconds = plannedSeconds(questions, targetSeconds);
  return seconds === null
    ? `${each}, each with its own time.`
    : `${each}, up to ${duration(seconds * 1000)} a turn${plusCode(plannedExercises)}.`;
}

/** A code exercise has a time of its own, which nobody knows before it is dealt. */
function plusCode(exercises: number): string {
  if (exercises === 0) return '';
  return exercises === 1 ? ' plus the code exercise' : ' plus the code exercises';
}
