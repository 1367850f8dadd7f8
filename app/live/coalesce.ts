import type { Command } from '@/server/protocol/commands';

/** Only the last of several unsent commands with the same key matters. Null means that each one counts. */
export function coalesceKey(command: Command): string | null {
  switch (command.type) {
    case 'WriteNote':
      return `note/${command.askId}/${command.noteId}`;
    case 'MarkPoint':
      return `point/${command.askId}/${command.pointId}`;
    case 'MarkStar':
      return `star/${command.askId}/${command.letter}`;
    case 'SubmitRating':
    case 'RateAgain':
      return `${command.type}/${command.askId}`;
    case 'RateSelf':
      return `self/${command.askId}`;
    case 'SubmitVerdict':
    case 'WriteReflection':
      return `${command.type}/${command.roundId}`;
    case 'SetAgenda':
    case 'SetReady':
    case 'RaiseHand':
      return command.type;
    default:
      return null;
  }
}

/** What a command is about: two about the same are sent in their order. */
export function aboutOf(command: Command): string {
  if (command.type === 'DeleteNote') return `note/${command.askId}/${command.noteId}`;
  return coalesceKey(command) ?? command.type;
}

/** Commands about one's own words, which are worth sending at any time. The others steer the room, where late is wrong. */
export function keepsForLong(command: Command): boolean {
  switch (command.type) {
    case 'WriteNote':
    case 'DeleteNote':
    case 'MarkPoint':
    case 'MarkStar':
    case 'SubmitRating':
    case 'RateAgain':
    case 'RateSelf':
    case 'SubmitVerdict':
    case 'WriteReflection':
    case 'SendMessage':
      return true;
    default:
      return false;
  }
}
