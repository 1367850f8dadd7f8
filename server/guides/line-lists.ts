import { asksInShape, asksOutright, withoutNumber } from './asking';
import type { Block, Item, Span } from './blocks';
import { labelOf, plainLabelOf } from './labels';
import { LEVEL_TITLE } from './language';
import { itemOf, lineItems } from './line-items';
import { type Run, runsFrom, runsUntil, tidy, written } from './runs';

type LineOf = (at: number) => number;

/** `**Junior:** What is …?` on several lines, as a list of questions with their levels. */
export function levelledLines(runs: Run[], span: Span, lineOf: LineOf): Block | null {
  const lines = written(runs).split('\n');
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
    return itemOf({ line, end: line }, [{ text, style: 'plain' }]);
  });
  return { kind: 'list', ...span, ordered: false, items };
}

/** Words in bold, or with a colon, above several lines that ask: where the lines begin. */
export function belowTopic(runs: Run[]): { head: Run[]; rest: Run[] } | null {
  const [first, ...others] = runs;
  const text = written(runs);
  const from = text.indexOf('\n') + 1;
  const title = tidy(text.slice(0, from));
  const isBold = first?.style === 'strong' && /^[:：]?[ \t]*\n/.test(text.slice(first.text.length));
  const isTitle = (isBold && !asksOutright(title.replace(/[:：]$/, ''))) || /[:：]$/.test(title);
  if (from === 0 || !isTitle || labelOf(title) || others.some(({ style }) => style === 'strong')) return null;
  const rest = runsFrom(runs, from);
  const lines = written(rest).split('\n');
  const isList =
    lines.length > 1 &&
    lines.every((line) => asksOutright(line) && /^["“«¿\p{Lu}\p{Lo}]/u.test(withoutNumber(line)));
  return isList ? { head: runsUntil(runs, from - 1), rest } : null;
}

/**
 * Questions on lines of their own, without a mark or a blank line between them, as the list that they are. `outright`:
 * the share of them that asks outright; the others begin like questions.
 */
export function askedLines(runs: Run[], span: Span, lineOf: LineOf, outright = 0.5): Block | null {
  if (runs.some(({ style }) => style === 'strong')) return null;
  const lines = written(runs).split('\n');
  const asking = lines.filter(asksOutright).length;
  const shaped = lines.filter((line) => asksInShape(line)).length;
  const isList =
    (lines.length > 2 ||
      (asking === lines.length && isShort(lines) && /[.!?。？！؟]["”»]?$/u.test(lines[0] ?? ''))) &&
    lines.length > 1 &&
    asking >= lines.length * outright &&
    shaped * 3 >= lines.length * 2 &&
    lines.every((line) => OPENS_LINE.test(line) && line.length <= 200 && plainLabelOf(line) === null);
  if (!isList) return null;
  return { kind: 'list', ...span, ordered: false, items: lineItems(runs, lineOf) };
}

const OPENS_LINE = /^["“„«¿'(\p{Lu}\p{Lo}\p{N}]/u;

/** Whether the first of these lines was not wrapped: the next word would have fitted on it. */
export function isShort([first = '', second = '', ...others]: string[]): boolean {
  const [word = ''] = second.trim().split(' ', 1);
  const width = Math.max(60, ...[first, second, ...others].map((line) => line.trim().length));
  return !/[,;:–—-]$/.test(first.trim()) && first.trim().length + 1 + word.length < width;
}

/** Several whole lines that ask, above others of the same paragraph that tell. */
export function aboveTold(runs: Run[]): { head: Run[]; rest: Run[]; lines: number } | null {
  const lines = written(runs).split('\n');
  const told = lines.findIndex(
    (line) => !asksOutright(line) || !/^\s*["“«¿\p{Lu}\p{Lo}].*[.!?。？]["”’»]?\s*$/u.test(line),
  );
  const next = lines[told] ?? '';
  if (told < 2 || asksInShape(next) || !OPENS_LINE.test(next) || plainLabelOf(next) !== null) return null;
  const end = lines.slice(0, told).join('\n').length;
  return { head: runsUntil(runs, end), rest: runsFrom(runs, end + 1), lines: told };
}
