import { asksOutright, isQuestionNumbered } from './asking';
import { labelOf } from './labels';

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;
const KNOWN = new Set(
  'a abbr aside b big blockquote br center cite code dd del details dfn div dl dt em figure figcaption font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q s samp section small source span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var video'.split(
    ' ',
  ),
);

export interface Tags {
  /** Those that a guide closes somewhere: `<div>` in a question about it is a word, and closed nowhere. */
  paired: ReadonlySet<string>;
  /** Most of what is folded away is folded behind a question. */
  foldsAsk: boolean;
}

/** Whether most of what is folded away is folded behind a question. */
export function summariesAsk(html: string): boolean {
  const words = [...html.matchAll(SUMMARY)].map(([, text = '']) => bare(text));
  const others = words.filter((text) => labelOf(text) === null);
  return others.length > 1 && others.filter(asksOutright).length * 2 >= others.length;
}

/** The words of a summary as the line in bold that they become: a question, where what is folded away is asked. */
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
    .replace(/^#+\s*/, '');
}

/** Puts tags that go on over several lines on their first one; returns which lines are empty since. */
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
 * Puts the words of a summary that begins on line `at` on the first line of theirs, each with its tags; returns which
 * lines are empty since.
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
 * A line of HTML within Markdown as the Markdown that says the same: headings, items, what is folded away behind a
 * summary, line breaks, pictures' words. Tags of other kinds go; what is no tag that is closed stays as it is.
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
  // A summary fills its line, and what is behind it goes on.
  const [first = '', ...rest] = text.split('\n');
  return rest.join('').trim() === '' ? first : `${first} ${rest.join(' ').trim()}`;
}
