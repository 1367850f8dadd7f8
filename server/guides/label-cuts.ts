import { askingOf } from './asking';
import { type Label, labelOf, meaningOf, ONE_LINE, plainLabelOf } from './labels';
import { type Run, runsFrom, tidy, written } from './runs';

/** `loose`: no known label. */
type Cut = { from: number; to: number; label: Label; title: string; loose?: boolean };

/** Words with a colon at the start of a line (or after `·`, `|`), in bold or well known; unknown ones only open a paragraph. */
export function findLabels(runs: Run[]): Cut[] {
  const cuts: Cut[] = [];
  const text = written(runs);
  let from = 0;
  for (const run of runs) {
    const to = from + run.text.length;
    const colon = /[:：]\s*$/.test(run.text)
      ? to
      : /^\s*[:：]/.test(text.slice(to))
        ? text.slice(to).search(/[:：]/) + to + 1
        : /^[ \t]*\n/.test(text.slice(to)) && labelOf(run.text)
          ? to
          : 0;
    if (run.style === 'strong' && colon > 0 && /(?:^|[\n·|;,?？.。])\s*$/.test(text.slice(0, from))) {
      const beside = /[·|]\s*$/.test(text.slice(0, from));
      const below =
        /\n\s*$/.test(text.slice(0, from)) &&
        (cuts.at(-1)?.loose === true || ONE_LINE.includes(cuts.at(-1)?.label ?? 'points'));
      const tells = /^[^?？؟]*[.。!]\s/u.test(text.slice(colon));
      const opens = beside || below || (from === 0 && (tells || !askingOf(runs)));
      const known = labelOf(run.text);
      const meant = opens || from === 0 ? meaningOf(run.text) : null;
      const label = known ?? meant ?? (opens ? 'notes' : null);
      if (label) cuts.push({ from, to: colon, label, title: tidy(run.text), loose: known === null });
    }
    from = to;
  }
  let start = 0;
  for (const line of text.split('\n')) {
    const found = plainLabelOf(line) ?? (start > 0 ? shortLabelOf(line) : null);
    const isFree = found && !cuts.some((cut) => cut.from >= start && cut.from < start + line.length);
    // `**Answer: B**`
    const isWhole = found?.label === 'points' && runs.length === 1;
    if (isFree && (isWhole || styleAt(runs, start) !== 'strong'))
      cuts.push({ from: start, to: start + found.to, label: found.label, title: found.title });
    start += line.length + 1;
  }
  return cuts.sort((a, b) => a.from - b.from);
}

/** The meaning of a letter or word at the start of a line below a question. */
const BELOW_QUESTIONS: readonly (readonly [Label, RegExp])[] = [
  ['points', /^\s*((?:A|Ans|R|Good|Strong|Great)(?:[:：]|\.(?=\s+\p{Lu})))\s*/u],
  ['weakAnswers', /^\s*((?:Poor|Weak|Bad)[:：])\s*/],
];

function shortLabelOf(line: string): { label: Label; title: string; to: number } | null {
  for (const [label, pattern] of BELOW_QUESTIONS) {
    const found = pattern.exec(line);
    if (found) return { label, title: found[1] ?? '', to: found[0].length };
  }
  return null;
}

function styleAt(runs: Run[], at: number): Run['style'] {
  return runsFrom(runs, at)[0]?.style ?? 'plain';
}
