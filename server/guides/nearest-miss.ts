import type { PackProblem } from '../protocol/pack';
import { asksInShape } from './asking';
import { shorten } from './parts';
import type { Line } from './source-lines';

const HINT =
  'Write a question as a heading, in bold, or as a list item, such as "**Q1: How do you deploy?**".';

/** Nothing asks: names the line nearest to a question, and what to write there. */
export function noQuestions(lines: Line[]): PackProblem {
  const words = ({ text }: Line) => text.replace(/^[\s#>*_+-]+|[*_\s]+$/g, '');
  const near =
    lines.find((line) => !line.fenced && asksInShape(words(line))) ??
    lines.find((line) => !line.fenced && words(line).split(' ').length > 2);
  const message = near
    ? `Nothing here is read as a question. Line ${near.no} is nearest: "${shorten(words(near))}".`
    : 'Nothing here is read as a question.';
  return { line: near?.no ?? 1, code: 'no-questions', message, hint: HINT };
}
