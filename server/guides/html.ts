import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { Root as MarkdownRoot, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { asksOutright } from './asking';
import { summariesAsk, summaryTitle } from './tags';

/**
 * HTML as Markdown: of a page, of mammoth, or of the clipboard of Google Docs, Word, Notion and spreadsheets, each of
 * which marks bold and lists in its own way.
 */
export function htmlToMarkdown(html: string): string {
  const tree = unified().use(rehypeParse).parse(withoutRemarks(html));
  return `${written(toMarkdownTree(tree, summariesAsk(html)))
    .replace(/\u00a0/g, ' ')
    .trim()}\n`;
}

/**
 * The Markdown of an HTML part of a guide. For each of its lines, the lines of the part (from 0) that it was made from.
 */
export interface WrittenLine {
  text: string;
  from: number;
  to: number;
  fenced: boolean;
}

/** An HTML part of a guide. Markdown in its text stays Markdown. */
export function islandToMarkdown(html: string, foldsAsk: boolean): WrittenLine[] {
  const shielded = html.replace(/`[^`\n]+`/g, (code) => code.replaceAll('<', '&lt;'));
  const tree = toMarkdownTree(
    unified().use(rehypeParse, { fragment: true }).parse(withoutRemarks(shielded)),
    foldsAsk,
  );
  visit(tree, ['text', 'break'], (node, index, parent) => {
    if (!parent || index === undefined) return;
    const value = node.type === 'text' ? node.value : ' ';
    parent.children[index] = { ...node, type: 'html', value };
  });
  return tree.children.flatMap((node) => linesOf(node));
}

/** Each list item and each table row has its own lines. */
function linesOf(node: RootContent): WrittenLine[] {
  const { from, to } = linesFilled(node);
  const text = written({ type: 'root', children: [node] }).trimEnd();
  const fenced = node.type === 'code';
  const lines = text.split('\n');
  if (node.type === 'list')
    return [
      ...node.children.flatMap((item) => {
        const own = written({ type: 'root', children: [{ ...node, spread: false, children: [item] }] });
        return own
          .trimEnd()
          .split('\n')
          .map((line) => ({ text: line, ...linesFilled(item, { from, to }), fenced: false }));
      }),
      { text: '', from: to, to, fenced: false },
    ];
  const rows = node.type === 'table' ? [node.children[0], ...node.children] : [];
  return [
    ...lines.map((line, at) => ({ text: line, ...linesFilled(rows[at] ?? node, { from, to }), fenced })),
    { text: '', from: to, to, fenced: false },
  ];
}

/** Its own lines, or those of its children. */
function linesFilled(node: RootContent, otherwise = { from: 0, to: 0 }): { from: number; to: number } {
  const { position } = node;
  if (position) return { from: position.start.line - 1, to: position.end.line - 1 };
  const inner = 'children' in node ? node.children : [];
  const [first, last] = [inner[0], inner.at(-1)];
  return first && last
    ? { from: linesFilled(first, otherwise).from, to: linesFilled(last, otherwise).to }
    : otherwise;
}

function toMarkdownTree(tree: Root, foldsAsk: boolean): MarkdownRoot {
  mended(tree, foldsAsk);
  return unified().use(rehypeRemark).runSync(tree);
}

function written(tree: MarkdownRoot): string {
  return unified()
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_', fences: true, listItemIndent: 'one' })
    .stringify(tree);
}

/** Word hides the marks of its lists in conditional remarks. */
function withoutRemarks(html: string): string {
  return html.replace(/<!--\[if[^\]]*\]>|<!\[(?:end)?if[^\]]*\]>|<!\[endif\]-->/gi, '');
}

const DROPPED = new Set([
  'script',
  'style',
  'head',
  'meta',
  'link',
  'template',
  'nav',
  'noscript',
  'iframe',
  'svg',
]);

function mended(tree: Root, foldsAsk: boolean): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.tagName === 'img') {
      const words = String(node.properties.alt ?? '').trim();
      parent.children.splice(index, 1, ...(words === '' ? [] : [{ type: 'text' as const, value: words }]));
      return [SKIP, index];
    }
    if (DROPPED.has(node.tagName)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    // Google Docs puts everything into one <b> that is not bold.
    if (/^(?:b|strong)$/.test(node.tagName) && /font-weight:\s*(?:normal|400)/i.test(styleOf(node))) {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    if (node.tagName === 'summary') inBold(node, summaryTitle(textOf(node), foldsAsk));
    if (node.tagName === 'details') node.tagName = 'div';
    if (node.tagName === 'dt' && asksOutright(textOf(node).trim())) inBold(node, textOf(node));
    if (node.tagName === 'td' || node.tagName === 'th') inOneLine(node);
    styled(node);
    return undefined;
  });
  visit(tree, 'element', (node) => {
    if (node.tagName === 'dl') node.children = asLists(node);
  });
  visit(tree, 'element', (node) => {
    if (/^(?:ul|ol)$/.test(node.tagName)) node.children = nestedWell(node.children);
    if ('children' in node) node.children = withLists(node.children);
  });
  tree.children = withLists(tree.children.filter((node) => node.type !== 'doctype'));
}

function styleOf(node: Element): string {
  return String(node.properties.style ?? '');
}

/** A paragraph of bold words, in place of what was there. */
function inBold(node: Element, words: string): void {
  const text: ElementContent = { type: 'text', value: words.replace(/\s+/g, ' ').trim() };
  node.tagName = 'p';
  node.children =
    text.value === '' ? [] : [{ type: 'element', tagName: 'strong', properties: {}, children: [text] }];
}

/** Terms become lines, and their descriptions lists. */
function asLists(list: Element): ElementContent[] {
  const out: ElementContent[] = [];
  list.tagName = 'div';
  for (const child of list.children) {
    const last = out.at(-1);
    if (child.type !== 'element' || child.tagName !== 'dd') {
      out.push(child.type === 'element' && child.tagName === 'dt' ? { ...child, tagName: 'p' } : child);
      continue;
    }
    const item: Element = { ...child, tagName: 'li' };
    if (last?.type === 'element' && last.tagName === 'ul') last.children.push(item);
    else if (textOf(child).trim() !== '')
      out.push({
        type: 'element',
        tagName: 'ul',
        properties: {},
        position: child.position,
        children: [item],
      });
  }
  return out.filter((child) => child.type === 'element' || textOf(child).trim() !== '');
}

/** A table cell is one line: semicolons separate what was on several. */
function inOneLine(cell: Element): void {
  const parts = cell.children.flatMap((child) =>
    child.type === 'element' && /^(?:ul|ol|p|div)$/.test(child.tagName)
      ? [
          /^[uo]l$/.test(child.tagName) ? child.children.filter(({ type }) => type === 'element') : [child],
        ].flat()
      : [],
  );
  if (parts.length === 0) return;
  const words = parts.map((part) => textOf(part).replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  const rest = cell.children.filter(
    (child) => !(child.type === 'element' && /^(?:ul|ol|p|div)$/.test(child.tagName)),
  );
  cell.children = [...rest, { type: 'text', value: words.join('; ') }];
}

/** A span that looks bold or slanted is. */
function styled(node: Element): void {
  if (node.tagName !== 'span') return;
  const style = styleOf(node);
  const name = /font-weight:\s*(?:bold|[6-9]00)/i.test(style)
    ? 'strong'
    : /font-style:\s*italic/i.test(style)
      ? 'em'
      : null;
  if (name) node.children = [{ type: 'element', tagName: name, properties: {}, children: node.children }];
}

/** A list directly inside a list belongs to the item above it. */
function nestedWell(children: ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const child of children) {
    const last = out.findLast(
      (other): other is Element => other.type === 'element' && other.tagName === 'li',
    );
    if (child.type === 'element' && /^(?:ul|ol)$/.test(child.tagName) && last) last.children.push(child);
    else out.push(child);
  }
  return out;
}

/** Word's paragraphs that are items of a list, as a list. */
function withLists(children: ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  /** Lists that are open, by level. */
  let open: Element[] = [];
  for (const child of children) {
    const level = child.type === 'element' && child.tagName === 'p' ? levelOf(child) : null;
    if (level === null || child.type !== 'element') {
      if (textOf(child).trim() !== '' || child.type === 'element') open = [];
      out.push(child);
      continue;
    }
    const { ordered, content } = itemOf(child);
    const item: Element = { type: 'element', tagName: 'li', properties: {}, children: content };
    open = open.slice(0, level);
    let list = open[level - 1];
    if (!list) {
      list = { type: 'element', tagName: ordered ? 'ol' : 'ul', properties: {}, children: [] };
      const holder = open.at(-1)?.children.findLast((other): other is Element => other.type === 'element');
      (holder?.children ?? out).push(list);
      open = [...open, list];
    }
    list.children.push(item);
  }
  return out;
}

function levelOf(node: Element): number | null {
  const found = /mso-list:\s*l\d+\s+level(\d)/i.exec(styleOf(node));
  return found ? Number(found[1]) : null;
}

/** Word's mark in front of an item is not part of the item. */
function itemOf(node: Element): { ordered: boolean; content: ElementContent[] } {
  const content = [...node.children];
  const at = content.findIndex((child) => /^\s*(?:[·•o§\-–]|\d{1,3}[.)]|[a-z][.)])\s*$/i.test(textOf(child)));
  const mark = at >= 0 && at < 3 ? textOf(content[at] as Nodes) : '';
  if (mark !== '') content.splice(0, at + 1);
  return { ordered: /\d/.test(mark), content };
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}
