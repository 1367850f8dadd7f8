import type { ReactNode } from 'react';

type ErrorStateProps = {
  /** A short word above the title, such as "404". */
  sign?: ReactNode;
  /** What happened. */
  title: ReactNode;
  /** What is safe, and what to do. */
  children: ReactNode;
  /** The buttons that do it. */
  action?: ReactNode;
  /** A reference to the log. */
  reference?: string;
};

/** Something went wrong: what happened, what is safe, what to do. */
export function ErrorState({ sign, title, children, action, reference }: ErrorStateProps) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col items-start gap-3 py-20">
      {sign ? <p className="kicker tabular">{sign}</p> : null}
      <h1 className="font-semibold text-2xl">{title}</h1>
      <div className="text-ink-soft">{children}</div>
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
      {reference ? <p className="mt-4 font-mono text-ink-soft text-xs">Reference {reference}</p> : null}
    </div>
  );
}
