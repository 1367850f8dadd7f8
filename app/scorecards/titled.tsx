import { type ReactNode, useId } from 'react';

type TitledProps = { title: ReactNode; className?: string; children: ReactNode };

/** A part of a scorecard with its title. A page with several scorecards has several of it. */
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
