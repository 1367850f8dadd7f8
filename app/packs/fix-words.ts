import type { PackFix } from '@/server/protocol/pack';

const ONE: Record<PackFix['kind'], string> = {
  question: 'It’s a question',
  answer: 'It’s the answer',
  'leave-out': 'Leave it out',
  title: 'Give it a title',
  'close-fence': 'Close it here',
  'drop-id': 'Remove the id',
  note: 'Keep it as a note',
  anchors: 'Add general anchors',
  target: 'Use the usual time',
  lines: 'Remove those lines',
  group: 'Use the closest one',
  'blank-page': 'Begin on a blank page',
};

const MANY: Record<PackFix['kind'], string> = {
  question: 'All are questions',
  answer: 'All are answers',
  'leave-out': 'Leave all out',
  title: 'Give it a title',
  'close-fence': 'Close them all',
  'drop-id': 'Remove the ids',
  note: 'Keep all as notes',
  anchors: 'Add general anchors to all',
  target: 'Use the usual time for all',
  lines: 'Remove those lines from all',
  group: 'Use the closest one for each',
  'blank-page': 'Begin all on a blank page',
};

/** What the button of a fix says; `many`: it changes several places at once. */
export function fixInWords({ kind, name }: Pick<PackFix, 'kind' | 'name'>, many: boolean): string {
  if (name !== null && !many) return `Use “${name}”`;
  return (many ? MANY : ONE)[kind];
}
