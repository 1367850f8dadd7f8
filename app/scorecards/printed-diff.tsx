import { clsx } from 'clsx';
import { structuredPatch } from 'diff';

interface Props {
  before: string;
  after: string;
  /** Names it for people who cannot see it. */
  label: string;
}

/** Lines around a change that stay the same. */
const CONTEXT = 2;
const SIGNS: Record<string, string> = { '+': '+', '-': '−' };

/** What changed in the code, line by line, for paper: added and removed lines have a sign each. */
export function PrintedDiff({ before, after, label }: Props) {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT });
  return (
    <section aria-label={label} className="hidden rounded border border-line py-1 print:block">
      {hunks.map(({ lines, oldStart, newStart }) => (
        <pre
          key={`${oldStart} ${newStart}`}
          className="whitespace-pre-wrap px-2 font-mono text-xs leading-tight not-first:mt-1 not-first:border-line not-first:border-t not-first:pt-1"
        >
          {numbered(lines, newStart).map(({ key, number, sign, text }) => (
            <span
              key={key}
              className={clsx('block', sign === '+' && 'font-semibold', sign === '-' && 'line-through')}
            >
              <span className="mr-2 inline-block w-7 text-right text-ink-soft tabular">{number}</span>
              <span className="mr-1 inline-block w-3">{SIGNS[sign]}</span>
              {text}
              {'\n'}
            </span>
          ))}
        </pre>
      ))}
    </section>
  );
}

interface Line {
  key: string;
  /** In the new text; null for a removed line. */
  number: number | null;
  sign: string;
  text: string;
}

function numbered(lines: readonly string[], start: number): Line[] {
  let next = start;
  return lines
    .filter((line) => !line.startsWith('\\'))
    .map((line, index) => {
      const sign = line[0] ?? ' ';
      const number = sign === '-' ? null : next++;
      return { key: `${index} ${sign}`, number, sign, text: line.slice(1) };
    });
}
