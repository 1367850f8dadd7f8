import { clsx } from 'clsx';

type CodeBlockProps = {
  code: string;
  /** Names it: "The original, in Ruby". */
  label: string;
  /** The number of the first line. */
  from?: number;
  className?: string;
};

/** A region that scrolls must be reachable by keyboard (WCAG 2.1.1), or only a mouse reads long lines. */
const REACHABLE = 0;

/** Code to read: numbered lines that scroll sideways inside themselves, and wrap on paper. */
export function CodeBlock({ code, label, from = 1, className }: CodeBlockProps) {
  const lines = code
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => ({ number: from + index, text }));
  return (
    <section
      aria-label={label}
      tabIndex={REACHABLE}
      className={clsx('overflow-x-auto rounded border border-line bg-sunken py-3', className)}
    >
      <pre className="w-max min-w-full font-mono text-sm leading-5.5 print:w-auto print:whitespace-pre-wrap">
        <code>
          {lines.map(({ number, text }) => (
            <span key={number} className="block pr-4">
              <span className="sticky left-0 mr-4 inline-block w-11 select-none bg-sunken pr-3 text-right text-ink-soft tabular">
                {number}
              </span>
              {text}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}
