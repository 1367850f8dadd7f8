import { useId } from 'react';
import type { Scorecard } from '@/server/protocol/scorecard';
import { CompetencyAxis, CompetencyLine } from './competency-line';
import { CompetencyShape } from './competency-shape';

/** Every competency as a line with its range, and all of them as one shape. */
export function Competencies({ card }: { card: Scorecard }) {
  const { competencies } = card;
  const id = useId();
  if (competencies.length === 0) return null;
  const shows = competencies.some(({ scores, self }) => scores !== null || self !== null);
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-16 gap-y-8 border-line border-t py-10 lg:grid-cols-[3fr_2fr] print:grid-cols-[2fr_1fr] print:gap-x-8 print:py-2"
    >
      <div className="min-w-0">
        <h2 id={id} className="kicker">
          Competencies
        </h2>
        {shows ? <CompetencyAxis /> : null}
        <ul className="divide-y divide-line">
          {competencies.map((competency) => (
            <CompetencyLine key={competency.groupId} competency={competency} />
          ))}
        </ul>
        {shows ? <Legend card={card} /> : null}
      </div>
      <CompetencyShape competencies={competencies} />
    </section>
  );
}

function Legend({ card }: { card: Scorecard }) {
  const rated = card.headline !== null;
  const again = card.competencies.some(({ scores }) => scores && scores.first !== scores.second);
  return (
    <p
      className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs print:mt-1 print:gap-x-1"
      aria-hidden="true"
    >
      {rated ? (
        <>
          <Key sign={<circle cx="12" cy="7" r="4.5" className="fill-ink" />}>mean of the first ratings</Key>
          <Key sign={<line x1="2" x2="22" y1="7" y2="7" className="stroke-ink" strokeWidth="2" />}>
            lowest to highest
          </Key>
        </>
      ) : null}
      {again ? (
        <Key sign={<path d="M12 11.5 16 3.5H8z" className="fill-ink-soft" />}>after talking</Key>
      ) : null}
      {card.self === null ? null : (
        <Key sign={<circle cx="12" cy="7" r="6" className="fill-none stroke-ink" strokeWidth="1.75" />}>
          own rating
        </Key>
      )}
    </p>
  );
}

function Key({ sign, children }: { sign: React.ReactNode; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width="24" height="14" viewBox="0 0 24 14" aria-hidden="true">
        {sign}
      </svg>
      {children}
    </span>
  );
}
