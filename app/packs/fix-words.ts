import type { PackFix } from '@/server/protocol/pack';

const ONE: Record<PackFix['kind'], string> = {
  question: 'It’s a question',
  answer: 'It’s the answer',
  'leave-out': 'Leave it out',
  title: 'Give it a title',
  'close-fence': 'Close it here',
  'drop-id': 'Remove the id',
};

const MANY: Record<PackFix['kind'], string> = {
  question: 'All are questions',
  answer: 'All are answers',
  'leave-out': 'Leave all out',
  title: 'Give it a title',
  'close-fence': 'Close them all',
  'drop-id': 'Remove the ids',
};

/** What the button of a fix says; `many`: it changes several places at once. */
export function fixInWords(kind: PackFix['kind'], many: boolean): string {
  return (many ? MANY : ONE)[kind];
}
