const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;
const KNOWN = new Set(
  'a abbr aside b big blockquote br center cite code dd del details dfn div dl dt em figure figcaption font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q s samp section small source span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var video'.split(
    ' ',
  ),
);

/** Tags that a guide closes somewhere: `<div>` in a question about it is a word, and closed nowhere. */
export function pairedTags(lines: string[]): ReadonlySet<string> {
  const closed = new Set<string>();
  for (const line of lines)
    for (const [, close, name = ''] of line.replace(/`[^`]*`/g, '').matchAll(TAG))
      if (close) closed.add(name.toLowerCase());
  return closed;
}

/**
 * A line of HTML within Markdown as the Markdown that says the same: headings, items, what is folded away behind a
 * summary, line breaks, pictures' words. Tags of other kinds go; what is no tag that is closed stays as it is.
 */
export function withoutTags(line: string, paired: ReadonlySet<string>): string {
  if (!/<[a-z/]/i.test(line)) return line;
  const code = /`[^`]*`/g;
  const parts = line.split(code);
  const codes = line.match(code) ?? [];
  const text = parts.map((part, at) => plainPart(part, paired) + (codes[at] ?? '')).join('');
  return text.trim() === '' ? '' : text;
}

function plainPart(part: string, paired: ReadonlySet<string>): string {
  const folded = part.replace(/<summary\b[^<>]*>(.*?)(?:<\/summary>|$)/i, (_, words: string) => {
    const text = words
      .replace(/<\/?[a-z][^<>]*>|\*\*/gi, ' ')
      .replace(/^#+\s*/, '')
      .trim();
    return text === '' ? '' : `**${text}**\n`;
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
