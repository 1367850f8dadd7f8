import type { ScorecardCompetency } from '@/server/protocol/scorecard';
import { polygon, shapeOf, wrapped } from './shape';
import { competencyInWords } from './words';

/** Under three there is no shape. */
const LEAST = 3;
const RINGS = [1, 2, 3, 4, 5];
const LINE = 14;

/** The competencies as one shape: the panel's first means, and the candidate's own ratings dashed around them. */
export function CompetencyShape({ competencies }: { competencies: readonly ScorecardCompetency[] }) {
  const { axes, panel, self } = shapeOf(competencies);
  if (axes.length < LEAST) return null;
  return (
    <figure className="mx-auto w-full max-w-md self-center print:max-w-none">
      <svg
        viewBox="-210 -150 420 300"
        role="img"
        aria-label={`The competencies as one shape. ${axes.map(({ competency }) => competencyInWords(competency)).join(' ')}`}
        className="block w-full overflow-visible"
      >
        {RINGS.map((ring) => (
          <path
            key={ring}
            d={polygon(axes.map(({ at }) => at(ring)))}
            fill="none"
            className={ring === 5 ? 'stroke-edge' : 'stroke-line'}
          />
        ))}
        {axes.map(({ competency, at }) => (
          <line
            key={competency.groupId}
            x1={at(1).x}
            y1={at(1).y}
            x2={at(5).x}
            y2={at(5).y}
            className="stroke-line"
          />
        ))}
        {panel.length > 0 ? (
          <path
            d={polygon(panel)}
            className="fill-ink/10 stroke-ink"
            strokeWidth="2"
            strokeLinejoin="round"
          />
        ) : null}
        {self.length > 1 ? (
          <path
            d={polygon(self)}
            fill="none"
            className="stroke-ink-soft"
            strokeWidth="1.5"
            strokeDasharray="3 4"
          />
        ) : null}
        {panel.map(({ x, y }) => (
          <circle
            key={`${x} ${y}`}
            cx={x}
            cy={y}
            r="4.5"
            className="fill-ink stroke-paper"
            strokeWidth="1.5"
          />
        ))}
        {self.map(({ x, y }) => (
          <circle
            key={`${x} ${y}`}
            cx={x}
            cy={y}
            r="7.5"
            className="fill-none stroke-ink"
            strokeWidth="1.5"
          />
        ))}
        {axes.map(({ competency, label, anchor }) => {
          const lines = wrapped(competency.title);
          const top = label.y - ((lines.length - 1) * LINE) / 2;
          return (
            <text key={competency.groupId} textAnchor={anchor} fontSize="13" className="fill-ink">
              {lines.map((line, index) => (
                <tspan key={line} x={label.x} y={top + index * LINE} dominantBaseline="middle">
                  {line}
                </tspan>
              ))}
            </text>
          );
        })}
      </svg>
    </figure>
  );
}
