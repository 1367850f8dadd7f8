import { plural } from '@/app/ui/format';
import type { Reading } from './use-report';

/** One line about a text: what is in it, or how much has to be put right. */
export function readingInWords({ report, pending, failure }: Reading): string {
  if (failure) return 'Not read';
  if (!report || pending) return 'Reading…';
  const problems = report.problems.length;
  if (problems > 0) return `${plural(problems, 'problem')} to fix`;
  const { groups, questions, keyPoints, exercises } = report.counts;
  const parts = [
    plural(groups, 'competency', 'competencies'),
    `${plural(questions, 'question')} with ${plural(keyPoints, 'key point')}`,
  ];
  if (exercises > 0) parts.push(plural(exercises, 'exercise'));
  return parts.join(', ');
}
