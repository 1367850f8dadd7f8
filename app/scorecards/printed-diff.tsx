import { clsx } from 'clsx';
import { structuredPatch } from 'diff';

interface Props {
  before: string;
  after: string;
  /** Names it for people who cannot see it. */
  label: string;
  /** About how many rows of paper it may take, unless something around it sets `--cut-lines: block` and `--cut-words: none`. */
  most?: number;
}

/** Lines around a change that stay the same. */
const CONTEXT = 2;
const SIGNS: Record<string, string> = { '+': '+', '-': '−' };
/** Characters in a row of a column of paper. */
const ROW = 54;

/** What changed in the code, line by line, for paper: added and removed lines have a sign each. */
export function PrintedDiff({ before, after, label, most = Number.POSITIVE_INFINITY }: Props) {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT });
  const shown = cutTo(
    most,
    hunks.map(({ lines, newStart }) => numbered(lines, newStart)),
  );
  const cut = shown.flat().filter(({ isCut }) => isCut).length;
  return (
    <section aria-label={label} className="hidden rounded border border-line py-1 print:block">
      {shown.map((lines) => (
        <pre
          key={lines[0]?.key}
          className={clsx(
            'whitespace-pre-wrap px-2 font-mono text-xs leading-tight not-first:mt-1 not-first:border-line not-first:border-t not-first:pt-1',
            lines.every(({ isCut }) => isCut) && CUT,
          )}
        >
          {lines.map(({ key, number, sign, text, isCut }) => (
            <span
              key={key}
              className={clsx(
                isCut ? CUT : 'block',
                sign === '+' && 'font-semibold',
                sign === '-' && 'line-through',
              )}
            >
              <span className="mr-2 inline-block w-7 text-right text-ink-soft tabular">{number}</span>
              <span className="mr-1 inline-block w-3">{SIGNS[sign]}</span>
              {text}
              {'\n'}
            </span>
          ))}
        </pre>
      ))}
      {cut > 0 ? (
        <p className="px-2 pt-1 text-ink-soft text-xs [display:var(--cut-words,block)]">
          {cut} more lines: open the code on the page, then print.
        </p>
      ) : null}
    </section>
  );
}

const CUT = '[display:var(--cut-lines,none)]';

interface Line {
  key: string;
  /** In the new text; null for a removed line. */
  number: number | null;
  sign: string;
  text: string;
}

function cutTo(most: number, hunks: readonly Line[][]): (Line & { isCut: boolean })[][] {
  let rows = 0;
  return hunks.map((lines) =>
    lines.map((line) => {
      rows += Math.max(1, Math.ceil(line.text.length / ROW));
      return { ...line, isCut: rows > most };
    }),
  );
}

function numbered(lines: readonly string[], start: number): Line[] {
  let next = start;
  return lines
    .filter((line) => !line.startsWith('\\'))
    .map((line, index) => {
      const sign = line[0] ?? ' ';
      const number = sign === '-' ? null : next++;
      return { key: `${start} ${index} ${sign}`, number, sign, text: line.slice(1) };
    });
}
