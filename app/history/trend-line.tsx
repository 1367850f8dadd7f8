import { clsx } from 'clsx';
import Link from 'next/link';
import { plural, score } from '@/app/ui/format';
import { LocalDate } from '@/app/ui/local-date';
import type { Trend, TrendPoint } from '@/server/protocol/history';
import { monthInWords } from './months';
import { PointDate } from './point-date';

/** More points would not fit with their figures; the table has the earlier ones. */
const SHOWN = 8;
const HEIGHT = 48;

type TrendLineProps = { trend: Trend; monthly: boolean; href: (point: TrendPoint) => string };

/** The newest points on one scale from 1 to 5. Each is a link with its value and its numbers of ratings and raters. */
export function TrendLine({ trend, monthly, href }: TrendLineProps) {
  const points = trend.points.slice(-SHOWN);
  const left = (index: number) => ((index + 0.5) / SHOWN) * 100;
  const top = (mean: number) => HEIGHT - ((mean - 1) / 4) * HEIGHT;
  return (
    <div className="relative mt-1 overflow-x-clip">
      <svg
        aria-hidden="true"
        width="100%"
        height={HEIGHT + 12}
        className="absolute top-0 left-0 overflow-visible"
      >
        {[1, 3, 5].map((value) => (
          <line
            key={value}
            x1="0"
            x2="100%"
            y1={top(value) + 6}
            y2={top(value) + 6}
            className="stroke-line"
          />
        ))}
        {points.slice(1).map((point, index) => (
          <line
            key={`${point.at} ${point.round?.roomId}`}
            x1={`${left(index)}%`}
            x2={`${left(index + 1)}%`}
            y1={top(points[index]?.mean ?? 1) + 6}
            y2={top(point.mean) + 6}
            className="stroke-ink"
          />
        ))}
      </svg>
      <ol className="relative grid grid-cols-8">
        {points.map((point, index) => (
          <li key={`${point.at} ${point.round?.roomId}`} className="min-w-0">
            <Link href={href(point)} className="group block rounded text-center">
              <span className="block" style={{ height: HEIGHT + 12 }}>
                <span
                  className={clsx(
                    'relative mx-auto block size-2.5 rounded-full group-hover:ring-2 group-hover:ring-edge',
                    // Hollow: only from files. Forced colours keep the border.
                    point.fromFiles === point.rounds
                      ? 'border-2 border-ink bg-paper'
                      : 'border-2 border-ink bg-ink',
                  )}
                  style={{ top: top(point.mean) + 1 }}
                />
              </span>
              <span className="sr-only">
                {trend.title}, {monthly ? monthInWords(point.at, 'UTC') : <LocalDate at={point.at} />}:{' '}
              </span>
              <span className="block font-semibold text-xs tabular">{score(point.mean)}</span>
              <span className="sr-only">
                {' '}
                from {plural(point.ratings, 'rating')}
                {point.raters === null ? '' : ` by ${plural(point.raters, 'rater')}`}
                {point.fromFiles > 0 ? `, ${plural(point.fromFiles, 'round')} from a file` : ''}
              </span>
              <span aria-hidden="true" className="block text-ink-soft text-xs tabular">
                {point.ratings}
                {point.raters === null ? '' : ` by ${point.raters}`}
              </span>
              <span aria-hidden="true">
                <PointDate at={point.at} before={points[index - 1]?.at ?? null} monthly={monthly} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}
