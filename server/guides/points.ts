import { type Block, type Item, textIn } from './blocks';
import { CONTEXT } from './language';
import { plain, type Run, runsFrom, runsUntil, tidy, written } from './runs';

/** A list item as a statement and why it matters. */
export type Statement = { line: number; text: string; context: string | null };

const WHEN = /(?:when|use when|ask when|if)\s*[:：]\s*/iu;
/** A mark before words in italics or bold, so that one pattern can find where they begin. */
const STYLED = '\uE000';

/** Reads an item with its context: in italics, in brackets, after a dash, in a separate list, or missing. */
export function toStatement(item: Item): Statement {
  return read(item, CONTEXT, true);
}

/** Reads a follow-up with when to use it. A dash is part of the question here. */
export function toFollowUp(item: Item): Statement {
  return read(item, WHEN, false);
}

function read(item: Item, label: RegExp, loose: boolean): Statement {
  const split =
    splitLabelled(item.runs, label) ?? splitItalics(item.runs) ?? (loose ? splitLoose(item.runs) : null);
  const nested = tidy(item.blocks.map(nestedText).join(' '));
  const context = tidy(
    [split?.context ?? '', nested.replace(new RegExp(`^${label.source}`, 'iu'), '')].join(' '),
  );
  return { line: item.line, text: split?.text ?? plain(item.runs), context: context === '' ? null : context };
}

/** A list below a point becomes one sentence. */
function nestedText(block: Block): string {
  const text = textIn(block).replace(/^- /gm, '');
  return block.kind === 'list' ? text.replace(/(?<![.;:!?,])\n/g, '; ') : text;
}

type Split = { text: string; context: string } | null;

function splitLabelled(runs: Run[], label: RegExp): Split {
  const styled = runs.map((run) => (run.style === 'plain' ? run.text : STYLED + run.text)).join('');
  // Looking back over spaces takes the square of their number.
  const whole = styled.replace(/[^\S\n]+/g, ' ');
  const before = `(?<=^|${STYLED}|[([{—–-]\\s*|[.!?;:。…"”\`)]\\s+|\\n\\s*)`;
  const found = new RegExp(before + label.source, 'iu').exec(whole);
  if (!found) return null;
  const text = tidy(whole.slice(0, found.index).replaceAll(STYLED, ''));
  const context = tidy(whole.slice(found.index + found[0].length).replaceAll(STYLED, ''));
  const bracketed = /[([{]$/.test(text);
  return whenBoth(
    text.replace(/\s*[([{—–-]+$/, ''),
    bracketed ? context.replace(/[)\]}]+\.?$/, '') : context,
  );
}

/** Italics of three words and more that end the item, after the end of a sentence. */
function splitItalics(runs: Run[]): Split {
  const last = runs.findLastIndex((run) => tidy(run.text) !== '');
  const run = runs[last];
  if (run?.style !== 'em' || tidy(run.text).split(' ').length < 3) return null;
  const text = plain(runs.slice(0, last));
  return /[.!?;:。—–-]["”’)]?$/.test(text) || /\n\s*$/.test(runs[last - 1]?.text ?? '')
    ? whenBoth(text.replace(/\s*[—–-]$/, ''), tidy(run.text))
    : null;
}

/** `statement (why it matters)` or `statement — why it matters`, never within code. */
function splitLoose(runs: Run[]): Split {
  const text = plain(runs);
  const masked = text.replace(/`[^`]*`/g, (code) => '`'.repeat(code.length));
  const dash = /\s(?:[—–]|--?)\s/.exec(masked);
  if (dash) return whenBoth(text.slice(0, dash.index), tidy(text.slice(dash.index + dash[0].length)));
  const at = lastBracket(masked);
  const inside = text.slice(at + 1).replace(/[)\]]\.?$/, '');
  if (at < 0 || /^(?:e\.?g|i\.?e|see|such as|for example|like|including)\b/i.test(inside)) return null;
  return tidy(inside).split(' ').length < 3 ? null : whenBoth(text.slice(0, at), tidy(inside));
}

/** The start of the bracket at the text's end; -1 if there is none. */
function lastBracket(text: string): number {
  if (!/[)\]]\.?$/.test(text)) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (')]'.includes(text.charAt(at))) depth += 1;
    if ('(['.includes(text.charAt(at))) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function whenBoth(text: string, context: string): Split {
  return text.trim() === '' || context === '' ? null : { text: tidy(text), context };
}

/** `[high, lines 3-5]` at the start or end of an issue. Null when there is none. */
export type IssueMark = { severity: 'low' | 'medium' | 'high' | 'critical' | null; lines: number[] };

const MARK =
  /[([](?:(low|medium|high|critical)(?:\s*[,;:]\s*|(?=[)\]])))?(?:lines?\s*(\d{1,5}(?:\s*[-–]\s*\d{1,5})?(?:\s*(?:,|and|&)\s*\d{1,5}(?:\s*[-–]\s*\d{1,5})?)*))?[)\]]/i;

export function takeIssueMark(runs: Run[]): { mark: IssueMark | null; runs: Run[] } {
  const whole = written(runs);
  const first = new RegExp(`^\\s*${MARK.source}\\s*`, 'i').exec(whole);
  if (first && (first[1] || first[2])) return { mark: toMark(first), runs: runsFrom(runs, first[0].length) };
  const last = new RegExp(`${MARK.source}\\.?\\s*$`, 'i').exec(whole);
  return last?.[2] ? { mark: toMark(last), runs: runsUntil(runs, last.index) } : { mark: null, runs };
}

function toMark([, severity, lines]: RegExpExecArray): IssueMark {
  return {
    severity: (severity?.toLowerCase() ?? null) as IssueMark['severity'],
    lines: toLines(lines ?? ''),
  };
}

function toLines(text: string): number[] {
  const lines = new Set<number>();
  for (const [, from, to] of text.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)) {
    const start = Number(from);
    const end = Math.min(Number(to ?? from), start + 200);
    for (let line = start; line <= end; line += 1) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** The mark of an issue with these lines instead of its own; no mark if it would be empty. */
export function withLines(text: string, lines: readonly number[]): string {
  const all = new RegExp(MARK.source, 'gi');
  return text.replace(all, (mark, severity: string | undefined, named: string | undefined) => {
    if (!named) return mark;
    const said = [severity, lines.length > 0 ? `lines ${lines.join(', ')}` : null].filter(Boolean).join(', ');
    return said === '' ? '' : `[${said}]`;
  });
}
