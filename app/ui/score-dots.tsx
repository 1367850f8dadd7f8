import { clsx } from 'clsx';
import { along, lanes, roomFor, type ScorePoint, scoresInWords } from './score-lanes';

type ScoreDotsProps = {
  /** What was scored; the sentence for screen readers begins with it. */
  label: string;
  points: readonly ScorePoint[];
  /** Shown beside the line as a figure, and on it as a stroke. */
  mean?: number | null;
  /** Names above the dots. */
  names?: boolean;
  /** Turns the dots over together, at the moment of the reveal. */
  turning?: boolean;
  className?: string;
};

const SCALE = [1, 2, 3, 4, 5];
/** The letters of a name that fit into a fifth of a phone's width. */
const SHORT = 7;

/** Ratings as dots on a line from 1 to 5, with names, range and mean; the candidate's own are hollow. */
export function ScoreDots({ label, points, mean, names = true, turning, className }: ScoreDotsProps) {
  const placed = lanes(points, names ? 0.95 : 0.16);
  // On a phone a longer name takes two lines: cut off, “Panelist 1” and “Panelist 2” would be the same.
  const isLong = placed.some(({ name }) => name.length > SHORT);
  const step = names ? (isLong ? 40 : 32) : 13;
  const top = names ? (isLong ? 32 : 24) : 16;
  const height = Math.max(0, ...placed.map(({ lane }) => lane)) * step + top;
  const y = (lane: number) => height - lane * step;
  const counted = placed.filter(({ self }) => !self).map(({ value }) => value);
  const unassessed = points.filter(({ value }) => value === null).map(({ name }) => name);
  return (
    // On paper there is room for a name on one line, and none for a third sheet.
    <div className={clsx('flex items-start gap-4', names && isLong && 'print:-mt-1', className)}>
      <div
        role="img"
        aria-label={`${label}. ${scoresInWords(points, mean)}`}
        className="relative min-w-0 flex-1"
      >
        <svg width="100%" height={height + 26} className="block overflow-visible" aria-hidden="true">
          <line x1="10%" x2="90%" y1={height} y2={height} className="stroke-edge" />
          {counted.length > 1 ? (
            <line
              x1={`${along(Math.min(...counted))}%`}
              x2={`${along(Math.max(...counted))}%`}
              y1={height}
              y2={height}
              className="stroke-ink"
              strokeWidth="2"
            />
          ) : null}
          {SCALE.map((value) => (
            <g key={value}>
              <line
                x1={`${along(value)}%`}
                x2={`${along(value)}%`}
                y1={height - 3}
                y2={height + 3}
                className="stroke-edge"
              />
              <text
                x={`${along(value)}%`}
                y={height + 22}
                textAnchor="middle"
                className="fill-ink-soft text-xs tabular"
              >
                {value}
              </text>
            </g>
          ))}
          {mean !== undefined && mean !== null ? (
            <line
              x1={`${along(mean)}%`}
              x2={`${along(mean)}%`}
              y1={height - 9}
              y2={height + 9}
              className="stroke-ink"
              strokeWidth="2"
            />
          ) : null}
          {placed.map((point) => (
            <Dot key={`${point.name}:${point.lane}`} {...point} y={y(point.lane)} turning={turning} />
          ))}
        </svg>
        {names
          ? placed.map(({ name, value, lane }) => (
              <span
                key={`${name}:${lane}`}
                aria-hidden="true"
                className={clsx(
                  '-translate-x-1/2 -translate-y-full wrap-anywhere absolute line-clamp-2 hyphens-auto text-center text-ink text-xs leading-none',
                  turning && 'animate-appear',
                )}
                style={{
                  left: `${along(value)}%`,
                  top: y(lane) - 9,
                  width: `${roomFor({ value, lane }, placed)}%`,
                }}
              >
                {name}
              </span>
            ))
          : null}
        {names && unassessed.length > 0 ? (
          <p aria-hidden="true" className="mt-1 text-center text-ink-soft text-xs">
            Not assessed: {unassessed.join(', ')}
          </p>
        ) : null}
      </div>
      {mean !== undefined && mean !== null ? (
        <p aria-hidden="true" className="text-right leading-none" style={{ marginTop: height - 16 }}>
          <span className="block font-semibold text-2xl tabular">{mean.toFixed(1)}</span>
          <span className="block text-ink-soft text-xs leading-none">mean</span>
        </p>
      ) : null}
    </div>
  );
}

type DotProps = { value: number; was?: number | null; self?: boolean; y: number; turning?: boolean };

function Dot({ value, was, self, y, turning }: DotProps) {
  const x = `${along(value)}%`;
  const moved = was !== undefined && was !== null && was !== value;
  return (
    <g>
      {moved ? (
        <>
          <line
            x1={`${along(was)}%`}
            x2={x}
            y1={y}
            y2={y}
            className="stroke-ink-soft"
            strokeDasharray="2 3"
          />
          <circle cx={`${along(was)}%`} cy={y} r="3" className="fill-ink-soft" />
        </>
      ) : null}
      <circle
        cx={x}
        cy={y}
        r={self ? 4.75 : 5.5}
        strokeWidth={self ? 1.75 : 2}
        className={clsx(
          self ? 'fill-paper stroke-ink' : 'fill-ink stroke-paper',
          turning && 'animate-turn [transform-box:fill-box] [transform-origin:center]',
        )}
      />
    </g>
  );
}
