import { asksOutright } from './asking';
import type { Block, Item, Span } from './blocks';
import { labelOf } from './labels';
import { LEVEL_TITLE } from './language';
import { type Run, runsFrom, runsUntil, tidy } from './runs';

type LineOf = (at: number) => number;

/** `**Junior:** What is …?` on several lines, as a list of questions with their levels. */
export function levelledLines(runs: Run[], span: Span, lineOf: LineOf): Block | null {
  const lines = textOf(runs).split('\n');
  const parts = lines.map((line) => /^\s*([^:：?]{1,30})[:：]\s*(\S.*)$/.exec(line));
  const isList =
    lines.length > 1 &&
    parts.every(
      (part) => part !== null && LEVEL_TITLE.test(tidy(part[1] ?? '')) && asksOutright(part[2] ?? ''),
    );
  if (!isList || labelOf(parts[0]?.[1] ?? '') !== null) return null;
  const items = parts.map((part, at): Item => {
    const line = lineOf(at);
    const text = `[${tidy(part?.[1] ?? '')}] ${part?.[2]}`;
    return {
      line,
      end: line,
      number: null,
      leadsInside: false,
      box: null,
      runs: [{ text, style: 'plain' }],
      blocks: [],
    };
  });
  return { kind: 'list', ...span, ordered: false, items };
}

/** Words in bold above several lines that ask: where the lines begin. */
export function belowBoldTopic(runs: Run[]): { head: Run[]; rest: Run[] } | null {
  const [first, ...others] = runs;
  if (
    first?.style !== 'strong' ||
    asksOutright(tidy(first.text)) ||
    others.some(({ style }) => style === 'strong')
  )
    return null;
  const found = /^[:：]?[ \t]*\n/.exec(textOf(others));
  if (!found) return null;
  const rest = runsFrom(runs, first.text.length + found[0].length);
  const lines = textOf(rest).split('\n');
  const isList =
    lines.length > 1 && lines.every((line) => asksOutright(line) && /^\s*["“«¿\p{Lu}\p{Lo}]/u.test(line));
  return isList ? { head: runsUntil(runs, first.text.length), rest } : null;
}

function textOf(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}
