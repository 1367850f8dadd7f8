'use client';

import { clsx } from 'clsx';
import { useCodeColours } from './use-code-colours';

type CodeBlockProps = {
  code: string;
  /** Its name: "The original, in Ruby". */
  label: string;
  /** The language, as packs write it after a fence; null for code without colours. */
  language: string | null;
  /** The number of the first line. */
  from?: number;
  /** The number of the marked line; null if there is none. */
  marked?: number | null;
  className?: string;
};

/** A region that scrolls must be reachable by keyboard (WCAG 2.1.1), or long lines can be read only with a mouse. */
const REACHABLE = 0;

/** Code to read: numbered lines that scroll sideways on screens and wrap on paper. */
export function CodeBlock({ code, label, language, from = 1, marked = null, className }: CodeBlockProps) {
  const lines = useCodeColours(code.replace(/\n$/, ''), language).map((words, index) => ({
    number: from + index,
    words: words.map((word, no) => ({ ...word, no })),
  }));
  return (
    <section
      aria-label={label}
      tabIndex={REACHABLE}
      className={clsx('overflow-x-auto rounded border border-line bg-sunken py-3', className)}
    >
      <pre className="w-max min-w-full font-mono text-sm leading-5.5 print:w-auto print:whitespace-pre-wrap">
        <code>
          {lines.map(({ number, words }) => (
            <span
              key={number}
              className={clsx(
                'block pr-4',
                number === marked && 'bg-ember-wash outline-1 outline-transparent -outline-offset-1',
              )}
            >
              <span className="sticky left-0 mr-4 inline-block w-11 select-none bg-sunken pr-3 text-right text-ink-soft tabular">
                {number}
              </span>
              {words.map(({ text, as, no }) => (
                <span key={no} className={as || undefined}>
                  {text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}
