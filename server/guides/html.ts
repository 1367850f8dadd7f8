import type { Element, ElementContent, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/**
 * HTML as Markdown: of a page, of mammoth, or of the clipboard of Google Docs, Word, Notion and spreadsheets, each of
 * which has its own way to say bold and to write lists.
 */
export function htmlToMarkdown(html: string): string {
  const file = unified()
    .use(rehypeParse)
    .use(() => mended)
    .use(rehypeRemark, { handlers: {} })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_', fences: true, listItemIndent: 'one' })
    .processSync(withoutRemarks(html));
  return `${String(file)
    .replace(/\u00a0/g, ' ')
    .trim()}\n`;
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

function mended(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.tagName === 'img') {
      parent.children.splice(index, 1);
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
    if (node.tagName === 'summary') node.tagName = 'p';
    if (node.tagName === 'details') node.tagName = 'div';
    styled(node);
    return undefined;
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

/** A list straight in a list belongs to the item above it. */
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

/** The mark that Word writes in front of an item is no part of it. */
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
