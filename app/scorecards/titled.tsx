import { type ReactNode, useId } from 'react';

type TitledProps = { title: ReactNode; className?: string; children: ReactNode };

/** A part of a scorecard with its title, as often on a page as there are scorecards. */
export function Titled({ title, className, children }: TitledProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className="kicker">
        {title}
      </h2>
      {children}
    </section>
  );
}
