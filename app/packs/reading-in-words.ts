import { plural } from '@/app/ui/format';
import type { Reading } from './use-report';

/** One line about a text: what is in it, or how many problems to fix. */
export function readingInWords({ report, pending, failure }: Reading): string {
  if (failure) return 'Not read';
  if (!report || pending) return 'Reading…';
  const problems = report.problems.length;
  if (problems > 0) return `${plural(problems, 'problem')} to fix`;
  const { counts, coverage } = report;
  const parts = [plural(counts.groups, 'competency', 'competencies'), plural(counts.questions, 'question')];
  if (counts.exercises > 0) parts.push(plural(counts.exercises, 'exercise'));
  const others = [
    coverage.notes > 0 ? `${coverage.notes} kept as notes` : '',
    coverage.leftOut > 0 ? `${coverage.leftOut} left out` : '',
  ].filter((part) => part !== '');
  const lines = `from ${plural(coverage.lines, 'line')}`;
  return [`${parts.join(', ')} ${lines}`, others.join(', ')].filter((part) => part !== '').join('; ');
}
