import { isWikiMarkup, wikiToMarkdown } from './wiki-markup';

/** A guide in another editor's markup, as Markdown. `notes`: what was changed, one sentence each. */
export interface Translated {
  markdown: string;
  notes: string[];
}

type Dialect = (line: string) => string;

/** Emacs' Org mode and AsciiDoc, by the file's name, and Jira's markup, by its marks; null for any other. */
export function translated(text: string, kind: string): Translated | null {
  if (isWikiMarkup(text)) return { markdown: wikiToMarkdown(text), notes: [note('wiki')] };
  if (kind === 'org') return { markdown: translate(text, orgLine), notes: [note('Org')] };
  if (/^(?:adoc|asciidoc)$/.test(kind))
    return { markdown: translate(withCalledLists(text), adocLine), notes: [note('AsciiDoc')] };
  return null;
}

const note = (what: string) => `The ${what} document was turned into Markdown.`;

/** What opens code, and the line that ends it; `language` if it is named. */
const OPENS = /^\s*(?:#\+begin_(src|example|quote)\s*([\w+-]*).*|(-{4,}|\.{4,}))\s*$/i;

function translate(text: string, dialect: Dialect): string {
  const out: string[] = [];
  /** The line that ends the open code. */
  let end: RegExp | null = null;
  let language = '';
  for (const line of text.split(/\r\n?|\n/)) {
    if (end) {
      const ends = end.test(line);
      out.push(ends ? '```' : line);
      if (ends) end = null;
      continue;
    }
    const source = /^\[source(?:,\s*([\w+-]+))?.*\]\s*$/i.exec(line);
    if (source) {
      language = source[1] ?? '';
      continue;
    }
    const opens = OPENS.exec(line);
    if (!opens || /^quote$/i.test(opens[1] ?? '')) {
      out.push(/^\s*#\+(?:begin|end)_quote/i.test(line) ? '' : dialect(line));
      continue;
    }
    end = opens[3] ? new RegExp(`^\\s*${opens[3].replace(/\./g, '\\.')}\\s*$`) : /^\s*#\+end_/i;
    out.push(`\`\`\`${opens[2] || language}`);
    language = '';
  }
  return [...out, ...(end ? ['```'] : [])].join('\n');
}

function remark(line: string): string {
  return `<!-- ${line.trim().replaceAll('--', '- -')} -->`;
}

function orgLine(line: string): string {
  const heading = /^(\*+)\s+(?:(?:TODO|DONE|NEXT|WAITING)\s+)?(?:\[#\w\]\s*)?(.*?)(?:\s+:[\w@:]+:)?\s*$/.exec(
    line,
  );
  // The title is above the first stars.
  if (heading)
    return `${'#'.repeat(Math.min(6, (heading[1] ?? '').length + 1))} ${orgInline(heading[2] ?? '')}`;
  const title = /^#\+title:\s*(.+)$/i.exec(line)?.[1];
  if (title) return `# ${title}`;
  if (/^\s*(?:#\+|:\w+:|# )/.test(line)) return remark(line);
  return orgInline(line);
}

function orgInline(text: string): string {
  return text
    .replace(/\[\[([^\][]+)\]\[([^\][]+)\]\]/g, '[$2]($1)')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**')
    .replace(/(?<![\w=~])[=~](?=\S)([^=~\n]+?)(?<=\S)[=~](?![\w=~])/g, '`$1`');
}

function adocLine(line: string): string {
  const heading = /^(={1,6})\s+(\S.*)$/.exec(line.replace(/(?<![\s=])[\s=]*$/, ''));
  if (heading) return `${'#'.repeat((heading[1] ?? '').length)} ${heading[2]}`;
  if (/^(?::!?[\w-]+!?:|\/\/|\[[\w.#%=", -]*\]\s*$|include::|={4,}\s*$|\+\s*$)/.test(line))
    return remark(line);
  const item = /^\s*([*.]+)\s+(.*)$/.exec(line);
  if (item) {
    const [, marks = '', words = ''] = item;
    return `${'   '.repeat(marks.length - 1)}${marks.startsWith('*') ? '-' : '1.'} ${adocInline(words)}`;
  }
  const titled = /^\.(?=\S)(.+)$/.exec(line)?.[1];
  return titled ? `**${titled}**` : adocInline(line);
}

function adocInline(text: string): string {
  return text
    .replace(
      /(?:link:)?(https?:\/\/[^\s[\]]+)\[([^\][]*)\]/g,
      (_, to: string, words: string) => `[${words || to}](${to})`,
    )
    .replace(/<<([^<>,]+),\s*([^<>]+)>>/g, '[$2](#$1)')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**');
}

/** `A question?::` with its answer beside or below it. */
function withCalledLists(text: string): string {
  const called = /^(\S.*?)::(?:[ \t]+(\S.*)|[ \t]*\n[ \t]+(\S.*))$/gm;
  return text.replace(called, (_, term: string, beside?: string, below?: string) =>
    ['', `**${term}**`, '', beside ?? below, ''].join('\n'),
  );
}
