import Link from 'next/link';
import { plural } from '@/app/ui/format';
import { LocalDate } from '@/app/ui/local-date';
import type { AboutMe } from '@/server/protocol/history';

const SHOWN = 12;
const HEIGHT = 96;

function signed(difference: number): string {
  const tenths = Math.round(difference * 10);
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${Math.abs(tenths / 10).toFixed(1)}`;
}

/** Own ratings minus the panel's, a point a round, around the line where both are the same. */
export function CalibrationCurve({ rounds }: { rounds: AboutMe['calibration'] }) {
  const points = rounds.slice(-SHOWN);
  if (points.length === 0) return null;
  const top = (difference: number) => HEIGHT / 2 - (Math.min(Math.max(difference, -2), 2) / 4) * HEIGHT;
  return (
    <figure className="mt-4 max-w-3xl">
      <figcaption className="text-ink-soft text-sm">
        Above the line you rated yourself higher than the panel did. Each point leads to its scorecard.
      </figcaption>
      <div className="relative mt-2">
        <span
          aria-hidden="true"
          className="absolute inset-x-0 border-edge border-t border-dashed"
          style={{ top: HEIGHT / 2 }}
        />
        <ol className="relative grid" style={{ gridTemplateColumns: `repeat(${SHOWN}, minmax(0, 1fr))` }}>
          {points.map(({ roomId, roundId, at, difference, asks }) => (
            <li key={`${roomId}/${roundId}`}>
              <Link
                href={`/scorecards/${roomId}/${roundId}`}
                className="block rounded text-center text-xs tabular"
              >
                <span className="block" style={{ height: HEIGHT }}>
                  <span
                    className="relative mx-auto block size-2.5 rounded-full bg-ink"
                    style={{ top: top(difference) - 5 }}
                  />
                </span>
                <span className="block font-semibold">{signed(difference)}</span>
                <span className="sr-only"> from {plural(asks, 'question')}, </span>
                <span className="block text-ink-soft">
                  <LocalDate at={at} style="short" />
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}
