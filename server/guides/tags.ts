import { asksOutright, isQuestionNumbered } from './asking';
import { labelOf } from './labels';

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;
const KNOWN = new Set(
  'a abbr aside b big blockquote br center cite code dd del details dfn div dl dt em figure figcaption font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q s samp section small source span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var video'.split(
    ' ',
  ),
);

export interface Tags {
  /** Tags that a guide closes somewhere. A `<div>` in a question about it is a word and is never closed. */
  paired: ReadonlySet<string>;
  /** Most folded parts are behind a question. */
  foldsAsk: boolean;
}

/** Whether most folded parts are behind a question. */
export function summariesAsk(html: string): boolean {
  const words = [...html.matchAll(SUMMARY)].map(([, text = '']) => bare(text));
  const others = words.filter((text) => labelOf(text) === null);
  return others.length > 1 && others.filter(asksOutright).length * 2 >= others.length;
}

/** A summary as a line in bold, which is a question where most folded parts are behind one. */
export function summaryTitle(words: string, foldsAsk: boolean): string {
  const text = bare(words);
  return text !== '' && foldsAsk && labelOf(text) === null && !isQuestionNumbered(text) ? `Q: ${text}` : text;
}

const SUMMARY = /<summary\b[^<>]*>([\s\S]*?)<\/summary>/gi;

export function tagsOf(lines: readonly string[]): Tags {
  const closed = new Set<string>();
  for (const line of lines)
    for (const [, close, name = ''] of line.replace(/`[^`]*`/g, '').matchAll(TAG))
      if (close) closed.add(name.toLowerCase());
  return { paired: closed, foldsAsk: closed.has('summary') && summariesAsk(lines.join('\n')) };
}

function bare(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>|\*\*/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#+(?:\s+|(?!\p{Nd}))/u, '');
}

/** The summary of a folded part that folds others is a heading above them. */
export function withFoldedTopics(lines: string[]): void {
  const open: (number | null)[] = [];
  for (const [at, line] of lines.entries()) {
    if (/<details\b/i.test(line)) {
      const topic = open.at(-1);
      if (topic != null) lines[topic] = (lines[topic] ?? '').replace(/<(\/?)summary\b[^<>]*>/gi, '<$1h3>');
      if (topic != null) open[open.length - 1] = null;
      open.push(null);
    }
    if (open.length > 0 && /^\s*<summary\b.*<\/summary>\s*$/i.test(line)) open[open.length - 1] = at;
    if (/<\/details>/i.test(line)) open.pop();
  }
}

/** Joins tags over several lines on the first; returns the lines that are empty then. */
export function joinTags(lines: string[]): number[] {
  const emptied: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const open = /<([a-z][a-z0-9]*)(?:\s[^<>]*)?$/i.exec(lines[at] ?? '');
    if (!open || !KNOWN.has(open[1]?.toLowerCase() ?? '')) continue;
    const closing = lines.slice(at + 1, at + 6).findIndex((line) => /^[^<>]*>/.test(line));
    if (closing < 0) continue;
    const more = lines.splice(at + 1, closing + 1, ...Array<string>(closing + 1).fill(''));
    lines[at] = [lines[at], ...more].map((line) => line?.trim()).join(' ');
    emptied.push(...more.map((_, index) => at + 1 + index));
    at += closing;
  }
  return emptied;
}

/** Whether a summary begins on this line and its words are below. */
export function opensSummary(line: string): boolean {
  return /<summary\b[^<>]*>\s*$/i.test(line);
}

/**
 * Joins the words of a summary that begins on line `at` on their first line, with their tags; returns the lines that
 * are empty then.
 */
export function joinSummary(lines: string[], at: number): number[] {
  const end = lines.findIndex((line, index) => index > at && /<\/summary>/i.test(line));
  if (end < 0 || end - at > 5) return [];
  const inner = lines.slice(at + 1, end + 1).map((line) => bare(line));
  const first =
    at +
    1 +
    Math.max(
      0,
      inner.findIndex((words) => words !== ''),
    );
  const others = inner.map((_, index) => at + 1 + index).filter((index) => index !== first);
  lines[first] = `<summary>${inner.join(' ').trim()}</summary>`;
  for (const index of others) lines[index] = '';
  return others;
}

/**
 * A line of HTML within Markdown as the same in Markdown: headings, items, folded parts with their summary, line
 * breaks, pictures' words. Removes other closed tags; anything else stays.
 */
export function withoutTags(line: string, tags: Tags): string {
  if (!/<[a-z/]/i.test(line)) return line;
  const code = /`[^`]*`/g;
  const parts = line.split(code);
  const codes = line.match(code) ?? [];
  const text = parts.map((part, at) => plainPart(part, tags) + (codes[at] ?? '')).join('');
  return text.trim() === '' ? '' : text;
}

function plainPart(part: string, { paired, foldsAsk }: Tags): string {
  const folded = part.replace(/<summary\b[^<>]*>(.*?)(?:<\/summary>|$)/i, (_, words: string) => {
    const title = summaryTitle(words, foldsAsk);
    return title === '' ? '' : `**${title}**\n`;
  });
  const text = folded.replace(TAG, (whole: string, close: string, tag: string, attributes: string) => {
    const name = tag.toLowerCase();
    if (!KNOWN.has(name)) return whole;
    if (name === 'br') return ' ';
    if (name === 'img') return /\balt\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1] ?? '';
    if (!close && attributes.trim() === '' && !paired.has(name)) return whole;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) return close ? '' : `${'#'.repeat(Number(level))} `;
    if (name === 'li' || name === 'dd') return close ? '' : '- ';
    if (name === 'strong' || name === 'summary') return '';
    return name === 'td' || name === 'th' ? ' ' : '';
  });
  // A summary fills its line, and the folded part follows.
  const [first = '', ...rest] = text.split('\n');
  return rest.join('').trim() === '' ? first : `${first} ${rest.join(' ').trim()}`;
}
