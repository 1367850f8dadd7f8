import type { Command } from '../protocol/commands';
import { createLimit, type Limit } from './limit';

/**
 * Bytes of text that one person may save in one room within ten minutes. Each save of a note stores the whole note. A
 * person who types for ten minutes without a pause in a note of 4,000 characters, saved once a second, is just within it.
 */
export const WORDS = { points: 2_500_000, seconds: 600 } as const;

export function createWordsLimit(): Limit {
  return createLimit(WORDS);
}

/** Bytes of a command's handwritten text, in UTF-8; 0 for other commands. */
export function bytesOfWords(command: Command): number {
  switch (command.type) {
    case 'WriteNote':
    case 'SendMessage':
    case 'WriteReflection':
    case 'WriteSummary':
      return Buffer.byteLength(command.text);
    case 'WriteFeedback':
      return Buffer.byteLength(command.keepDoing) + Buffer.byteLength(command.workOn);
    case 'RecordDecision':
      return Buffer.byteLength(command.why);
    case 'SubmitVerdict':
      return Buffer.byteLength(command.rationale);
    default:
      return 0;
  }
}
