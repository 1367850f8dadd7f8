import { asksOutright } from './asking';
import { labelOf, meaningOf, plainLabelOf } from './labels';
import type { Line } from './source-lines';

const LABEL = /^ {0,3}(\p{Lu}[^:：?？*_`|]{1,30})[:：]\s+(?=\S)/u;

/** `Time: 5 min` at the start of several lines is a label, as if it were in bold; once, it may be a sentence. */
export function withBoldLabels(lines: Line[]): Line[] {
  const counts = new Map<string, number>();
  const named = lines.map((line) => {
    const found = line.fenced ? null : LABEL.exec(line.text);
    const words = found?.[1] ?? '';
    const isLabel =
      found &&
      (labelOf(words) ?? meaningOf(words)) !== null &&
      plainLabelOf(line.text) === null &&
      !asksOutright(line.text.slice(found[0].length));
    if (!isLabel) return null;
    counts.set(words, (counts.get(words) ?? 0) + 1);
    return { words, rest: line.text.slice(found[0].length) };
  });
  return lines.map((line, at) => {
    const label = named[at];
    return label && (counts.get(label.words) ?? 0) > 1
      ? { ...line, text: `**${label.words}:** ${label.rest}` }
      : line;
  });
}
