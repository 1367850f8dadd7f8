import type { Code } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import type { PackProblem } from '../protocol/pack';
import { withoutEntries } from './contents';
import { closesFence, fenceMark } from './fences';
import { labelOf } from './labels';
import { lineOf, type Piece, type PieceContext, toPieces } from './pieces';
import { namesContext } from './points';
import {
  asksOutright,
  endsAsQuestion,
  isContentsTitle,
  isExerciseTitle,
  isQuestionNumbered,
  opensByAsking,
  takeId,
} from './prompts';
import { plain, toRuns } from './runs';
import { isHeadingLine } from './source';

/** A heading with what stands below it. The root (depth 0) holds what stands below the title, or above all. */
export type Section = {
  line: number;
  depth: number;
  title: string;
  id: string | null;
  pieces: Piece[];
  children: Section[];
};

export type Outline = {
  root: Section;
  title: { text: string; line: number } | null;
  problems: PackProblem[];
};

/** Links stay text: finding them takes micromark quadratic time in what no guide needs. Raw HTML is text too. */
const EXTENSIONS = [
  { disable: { null: ['labelStartLink', 'labelStartImage', 'labelEnd', 'htmlText', 'autolink'] } },
];

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const BULLET = /^[-*+]\s/;

/** `titled`: the title stands elsewhere, so that several headings of the first level are groups. */
export function readOutline(lines: string[], fenced: boolean[], titled: boolean): Outline {
  const problems: PackProblem[] = [];
  const flat: Section[] = [emptySection(1, 0, '')];
  for (const chunk of chunks(lines, fenced)) {
    const tree = fromMarkdown(chunk.text, { extensions: EXTENSIONS });
    const context: PieceContext = { lines, offset: chunk.offset };
    visit(tree, 'code', (node) => {
      const problem = unclosedFence(node, context);
      if (problem) problems.push(problem);
    });
    for (const node of tree.children) {
      if (node.type === 'heading') {
        const { text, id } = takeId(plain(toRuns(node.children)));
        flat.push({ ...emptySection(lineOf(node, context), node.depth, text), id });
      } else flat[flat.length - 1]?.pieces.push(...toPieces(node, context));
    }
  }
  return { ...nest(flat.map(withoutTable), titled), problems };
}

/** What stands below a title such as "Contents" is told apart where it is read. */
function withoutTable(section: Section): Section {
  if (isContentsTitle(section.title)) return section;
  const asked = isQuestionNumbered(section.title) ? 'sure' : asksOutright(section.title) ? 'maybe' : null;
  return { ...section, pieces: withoutEntries(section.pieces, asked) };
}

function emptySection(line: number, depth: number, title: string): Section {
  return { line, depth, title, id: null, pieces: [], children: [] };
}

/**
 * Every heading begins a text of its own, which bounds the time that one of them can take. So does a question or a
 * label straight below a list: Markdown would take it for more of the list's last item.
 */
function* chunks(lines: string[], fenced: boolean[]): Generator<{ text: string; offset: number }> {
  let start = 0;
  let inList = false;
  let inBullets = false;
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index] ?? '';
    const begins =
      !fenced[index] &&
      (isHeadingLine(line) ||
        (inList && opensBelowList(line)) ||
        (inBullets && asksAboveBullet(line, lines[index + 1])));
    if (line.trim() === '' || begins) {
      inList = false;
      inBullets = false;
    }
    if (ITEM.test(line)) {
      inList = true;
      inBullets = BULLET.test(line);
    }
    if (index === 0 || (index < lines.length && !begins)) continue;
    yield { text: lines.slice(start, index).join('\n'), offset: start };
    start = index;
  }
}

/** `**Q2: …**`, `Q2: …`, `**Label:** …`, `Follow-ups:` or whatever else leads in, not indented. */
function opensBelowList(line: string): boolean {
  if (namesContext(line.replace(/^[*_]+/, ''))) return false;
  const bold = /^(?:\*\*(?!\s)(?:[^*]|\*(?!\*))+\*\*|__(?!\s)(?:[^_]|_(?!_))+__)/.exec(line)?.[0];
  if (!bold) {
    const words = /^[^\s:][^:]{1,40}(?=:)/.exec(line)?.[0] ?? (/^\p{Lu}/u.test(line) ? line : '');
    return (
      isQuestionNumbered(line) || labelOf(words) !== null || /^[\p{Lu}\p{Lo}].{1,60}[:：]\s*$/u.test(line)
    );
  }
  const rest = line
    .slice(bold.length)
    .replace(/\{#[^{}]*\}/, '')
    .trim();
  return (
    rest === '' || rest.startsWith(':') || /:(?:\*\*|__)$/.test(bold) || isQuestionNumbered(bold.slice(2))
  );
}

/** `(2) How …?`, `*How …?*` or words alone, not indented, with bullets straight below: no line of a point that was wrapped. */
function asksAboveBullet(line: string, next: string | undefined): boolean {
  const text = line.trim().replace(/^([*_])(.+)\1$/, '$2');
  return /^\S/.test(line) && BULLET.test(next ?? '') && asksOutright(text) && opensByAsking(text);
}

function unclosedFence(node: Code, context: PieceContext): PackProblem | null {
  const line = lineOf(node, context);
  const column = (node.position?.start.column ?? 1) - 1;
  const mark = fenceMark((context.lines[line - 1] ?? '').slice(column));
  if (!mark) return null;
  const last = (node.position?.end.line ?? 1) + context.offset;
  const closed = last > line && closesFence(context.lines[last - 1] ?? '', mark);
  if (closed && !swallowsGuide(node, mark)) return null;
  return {
    line,
    code: 'unclosed-fence',
    message: `The code fence ${mark} is not closed.`,
    hint: `Write ${mark} on a line of its own after the code, indented like the line that opens it.`,
  };
}

/** Code that opens another fence, or goes on with a label of the guide, was closed by the wrong fence. */
function swallowsGuide(node: Code, mark: string): boolean {
  const isMarkdown = /^(?:md|markdown)$/i.test(node.lang ?? '');
  return node.value.split('\n').some((line) => {
    const opens = fenceMark(line)?.startsWith(mark) === true && !closesFence(line, mark);
    const label = /^\*\*([^*]+)\*\*:?$/.exec(line.trim());
    return opens || (!isMarkdown && label !== null && labelOf(label[1] ?? '') !== null);
  });
}

function nest(flat: Section[], titled: boolean): Omit<Outline, 'problems'> {
  const [root = emptySection(1, 0, ''), ...headings] = flat;
  const title = findTitle(headings, titled);
  const path: Section[] = [root];
  for (const section of headings) {
    if (section === title) {
      root.pieces.push(...section.pieces);
      path.length = 1;
      continue;
    }
    while (path.length > 1 && (path[path.length - 1]?.depth ?? 0) >= section.depth) path.pop();
    const parent = path[path.length - 1] ?? root;
    const label = holdsItem(parent) ? labelOf(section.title) : null;
    if (label) {
      parent.pieces.push(
        { kind: 'label', line: section.line, label, title: section.title },
        ...section.pieces,
      );
    } else {
      parent.children.push(section);
      path.push(section);
    }
  }
  return { root, title: title ? { text: title.title, line: title.line } : null };
}

function findTitle(headings: Section[], titled: boolean): Section | null {
  const titles = headings.filter((section) => !isContentsTitle(section.title));
  const tops = titles.filter((section) => section.depth === 1);
  if (tops[0]) return titled && tops.length > 1 ? null : tops[0];
  const [top, ...others] = titles;
  return top && others.length > 0 && others.every((section) => section.depth > top.depth) ? top : null;
}

/** Whether a heading below this one can be a part of a question or exercise, such as `#### Follow-ups`. */
function holdsItem(section: Section): boolean {
  const asks =
    isExerciseTitle(section.title) || isQuestionNumbered(section.title) || endsAsQuestion(section.title);
  return asks || section.pieces.some((piece) => piece.kind === 'text' && piece.prompt !== null);
}
