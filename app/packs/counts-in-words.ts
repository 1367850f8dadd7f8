import { plural } from '@/app/ui/format';
import type { PackSummary } from '@/server/protocol/pack-library';

/** "9 competencies, 54 questions, 8 exercises". */
export function countsInWords(pack: Pick<PackSummary, 'groups' | 'questions' | 'exercises'>): string {
  const parts = [
    plural(pack.groups.length, 'competency', 'competencies'),
    plural(pack.questions, 'question'),
  ];
  if (pack.exercises > 0) parts.push(plural(pack.exercises, 'exercise'));
  return parts.join(', ');
}
