/** Whether a text is written in the markup of Jira and Confluence: `h2. Title`, or a macro on a line of its own. */
export function isWikiMarkup(text: string): boolean {
  return !/^\s*```/m.test(text) && (HEADING.test(text) || (MACRO.test(text) && !/^#{2,6} \S/m.test(text)));
}

const HEADING = /^h[1-6]\. +\S/m;
const MACRO = /^\{(?:code|noformat|quote|panel|info|note|tip|warning|expand)(?::[^{}\n]*)?\}[ \t]*$/m;

/** As Markdown. */
export function wikiToMarkdown(text: string): string {
  const out: string[] = [];
  let inCode = false;
  let inQuote = false;
  let isListed = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const code = /^\s*\{(?:code|noformat)(?::([^{}]*))?\}(.*)$/i.exec(line);
    if (inCode) {
      const [own = '', ...behind] = line.split(/\{(?:code|noformat)\}/i);
      if (behind.length === 0) out.push(line);
      else out.push(...(own.trim() === '' ? [] : [own]), '```');
      inCode = behind.length === 0;
      continue;
    }
    if (code) {
      const [own = '', ...behind] = (code[2] ?? '').split(/\{(?:code|noformat)\}/i);
      out.push(`\`\`\`${languageIn(code[1] ?? '')}`, ...(own.trim() === '' ? [] : [own]));
      inCode = behind.length === 0;
      if (!inCode) out.push('```');
      continue;
    }
    if (/^\s*\{quote\}\s*$/i.test(line)) {
      inQuote = !inQuote;
      out.push('');
      continue;
    }
    const written = wikiLine(line, isListed);
    isListed = /^\s*(?:-|1\.) /.test(written);
    out.push(inQuote ? `> ${written}` : written);
  }
  return [...out, ...(inCode ? ['```'] : [])].join('\n');
}

/** `java`, `language=java` or `title=A.java|java` */
function languageIn(settings: string): string {
  const parts = settings.split('|').map((part) => part.trim());
  const named = parts.find((part) => /^language=/i.test(part))?.slice('language='.length);
  return named ?? parts.find((part) => /^[\w+#-]+$/.test(part)) ?? '';
}

/** `title=How to use|borderStyle=solid`, or the title alone. */
function titleIn(settings: string): string {
  const parts = settings.split('|').map((part) => part.trim());
  const named = parts.find((part) => /^title=/i.test(part))?.slice('title='.length);
  return named ?? parts.find((part) => part !== '' && !part.includes('=')) ?? '';
}

function wikiLine(line: string, below: boolean): string {
  const heading = /^\s*h([1-6])\. +(\S.*)$/.exec(line);
  if (heading)
    return `${'#'.repeat(Number(heading[1]))} ${inline(heading[2] ?? '').replace(/^\*\*(.*)\*\*$/, '$1')}`;
  const item = /^\s*([*#-]{1,6}) +(\S.*)$/.exec(line);
  // "----" is a rule.
  if (item) {
    const [, marks = '', words = ''] = item;
    const [last] = marks.slice(-1);
    return `${'   '.repeat(marks.length - 1)}${last === '#' ? '1.' : '-'} ${inline(words)}`;
  }
  const boxed = /^\s*\{(?:panel|info|note|tip|warning|expand)(?::([^{}]*))?\}(.*)$/i.exec(line);
  if (boxed) {
    const title = titleIn(boxed[1] ?? '');
    const rest = (boxed[2] ?? '').replace(CLOSES, '').trim();
    return [...(title === '' ? [''] : ['', `**${title}**`, '']), ...(rest === '' ? [] : [inline(rest)])].join(
      '\n',
    );
  }
  if (/^\s*\{(?:toc|anchor|color|section|column)(?::[^{}]*)?\}\s*$/i.test(line))
    return `<!-- ${line.trim()} -->`;
  if (/^\s*\|\|/.test(line)) return head(line);
  if (/^\s*\|/.test(line))
    return inline(line.trim()).replace(/(?<!\|)$/, line.trim().endsWith('|') ? '' : '|');
  const quoted = /^bq\. +(\S.*)$/.exec(line)?.[1];
  if (quoted) return `> ${inline(quoted)}`;
  // Words below a list are not a part of its last item.
  return below && /^\S/.test(line) ? `\n${inline(line)}` : inline(line);
}

const CLOSES = /\{(?:panel|info|note|tip|warning|expand|color|quote)\}/gi;

function head(line: string): string {
  const cells = line
    .trim()
    .replace(/^\|\||\|\|$/g, '')
    .split('||')
    .map((cell) => inline(cell.trim()));
  return `\n| ${cells.join(' | ')} |\n|${cells.map(() => '---|').join('')}`;
}

function inline(text: string): string {
  return text
    .replace(/\{color(?::[^{}]*)?\}/gi, '')
    .replace(/\{\{([^{}]+)\}\}/g, '`$1`')
    .replace(/\[([^\][|]+)\|([^\][|\s]+)(?:\|[^\][]*)?\]/g, '[$1]($2)')
    .replace(/\[(https?:\/\/[^\][|\s]+)\]/g, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '**$1**')
    .replace(/(?<![\p{L}\p{N}_\\])\+(?=[^\s+])([^+\n]+?)(?<=[^\s+])\+(?![\p{L}\p{N}+])/gu, '$1')
    .replace(CLOSES, '');
}
