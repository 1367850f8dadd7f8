import { clsx } from 'clsx';
import { plural, score } from '@/app/ui/format';
import { LedgerMark } from '@/app/ui/ledger-mark';
import { along } from '@/app/ui/score-lanes';
import type { PointCounts, ScorecardCompetency } from '@/server/protocol/scorecard';
import { MARKS } from '@/server/protocol/words';
import { competencyInWords } from './words';

const SCALE = [1, 2, 3, 4, 5];
/** Name, picture, number; on a phone the picture goes below. Paper is narrow, but always a table. */
const ROW =
  'grid grid-cols-[minmax(0,1fr)_4.5rem] items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,6fr)_minmax(0,4fr)_4.5rem] print:grid-cols-[minmax(0,8fr)_minmax(0,3fr)_5.5rem]';

/** One competency: its name, what of its key points was heard, its range on the 1 to 5 line, its means. */
export function CompetencyLine({ competency }: { competency: ScorecardCompetency }) {
  const { title, scores, points, self, asks, weight, weightReason } = competency;
  const hasPicture = typeof scores?.first === 'number' || self !== null;
  const second = scores && score(scores.second) !== score(scores.first) ? scores.second : null;
  return (
    <li className={clsx(ROW, 'py-2.5 print:py-px')}>
      <div className="min-w-0 print:flex print:flex-wrap print:items-center print:gap-x-3">
        <p className="font-medium [overflow-wrap:anywhere] print:text-sm">{title}</p>
        {points ? <Heard points={points} /> : null}
        {weight === 1 ? null : (
          <p className="text-ink-soft text-xs">
            Weighs {weight} times as much{weightReason ? `: ${weightReason}` : '.'}
          </p>
        )}
      </div>
      <div className="max-sm:order-last max-sm:col-span-2 print:order-none print:col-span-1 print:flex print:h-3.5 print:items-center">
        {hasPicture ? <Picture competency={competency} /> : null}
      </div>
      <p className="text-right leading-tight">
        {scores && scores.first !== null ? (
          <>
            <span className="font-semibold text-lg tabular print:text-sm">{score(scores.first)}</span>
            {second === null ? null : (
              <span className="block text-ink-soft text-xs tabular print:ml-1.5 print:inline">
                {score(second)} after
              </span>
            )}
          </>
        ) : (
          <span className="text-ink-soft text-sm">{without(competency, asks)}</span>
        )}
      </p>
    </li>
  );
}

function without({ scores, self }: ScorecardCompetency, asks: number): string {
  if (asks === 0) return 'skipped';
  if (scores) return 'not assessed';
  return self === null ? '' : `own ${score(self)}`;
}

function Heard({ points }: { points: PointCounts }) {
  const marked = MARKS.filter((mark) => points[mark] > 0);
  const all = points.heard + points.partial + points.missed + points.unmarked;
  if (all === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 print:gap-x-2 print:[&>*]:text-xs">
      <span className="text-ink-soft text-sm print:hidden">{plural(all, 'point')}</span>
      {marked.map((mark) => (
        <LedgerMark key={mark} mark={mark} count={points[mark]} />
      ))}
      {points.unmarked > 0 ? (
        <span className="text-ink-soft text-sm tabular">{points.unmarked} not marked</span>
      ) : null}
    </p>
  );
}

const MIDDLE = 11;
const x = (value: number) => `${along(value)}%`;

function Picture({ competency }: { competency: ScorecardCompetency }) {
  const { scores, self } = competency;
  const moved = scores?.first != null && scores.second != null && scores.first !== scores.second;
  return (
    <svg
      width="100%"
      height="22"
      role="img"
      aria-label={competencyInWords(competency)}
      className="block shrink-0 overflow-visible"
    >
      <line x1={x(1)} x2={x(5)} y1={MIDDLE} y2={MIDDLE} className="stroke-edge" />
      {SCALE.map((value) => (
        <line
          key={value}
          x1={x(value)}
          x2={x(value)}
          y1={MIDDLE - 3}
          y2={MIDDLE + 3}
          className="stroke-edge"
        />
      ))}
      {scores && scores.lowest !== null && scores.highest !== null ? (
        <line
          x1={x(scores.lowest)}
          x2={x(scores.highest)}
          y1={MIDDLE}
          y2={MIDDLE}
          className="stroke-ink"
          strokeWidth="2"
        />
      ) : null}
      {moved && scores?.second != null ? (
        <svg x={x(scores.second)} y={MIDDLE - 11} overflow="visible" aria-hidden="true">
          <path d="M0 9 4 1H-4z" className="fill-ink-soft" />
        </svg>
      ) : null}
      {scores?.first != null ? (
        <circle cx={x(scores.first)} cy={MIDDLE} r="5.5" strokeWidth="2" className="fill-ink stroke-paper" />
      ) : null}
      {self === null ? null : (
        <circle cx={x(self)} cy={MIDDLE} r="8.5" strokeWidth="1.75" className="fill-none stroke-ink" />
      )}
    </svg>
  );
}

/** The figures of the 1 to 5 line, once for all lines below. */
export function CompetencyAxis() {
  return (
    <div className={clsx(ROW, 'mt-1')}>
      <svg
        width="100%"
        height="14"
        aria-hidden="true"
        className="block max-sm:col-span-2 sm:col-start-2 print:col-span-1 print:col-start-2"
      >
        {SCALE.map((value) => (
          <text
            key={value}
            x={x(value)}
            y="11"
            textAnchor="middle"
            className="fill-ink-soft text-[0.6875rem] tabular"
          >
            {value}
          </text>
        ))}
      </svg>
    </div>
  );
}
