import { clsx } from 'clsx';
import { along } from './score-lanes';

const SCALE = [1, 2, 3, 4, 5];

/** A mean on the 1 to 5 line, as small as a word. Screen readers skip it, since its figure is beside it. */
export function MeanLine({ mean, className }: { mean: number; className?: string }) {
  return (
    <svg width="96" height="14" className={clsx('shrink-0', className)} aria-hidden="true">
      <line x1="10%" x2="90%" y1="7" y2="7" className="stroke-edge" />
      {SCALE.map((value) => (
        <line
          key={value}
          x1={`${along(value)}%`}
          x2={`${along(value)}%`}
          y1="5"
          y2="9"
          className="stroke-edge"
        />
      ))}
      <circle cx={`${along(mean)}%`} cy="7" r="4.5" className="fill-ink" />
    </svg>
  );
}
