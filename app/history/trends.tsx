import Link from 'next/link';
import { scorecardHref } from '@/app/review/places';
import { plural, score } from '@/app/ui/format';
import { LocalDate } from '@/app/ui/local-date';
import { doorway } from '@/server/doorway';
import type { Trends as AllTrends, HistoryChoices, Trend, TrendPoint } from '@/server/protocol/history';
import type { Role } from '@/server/protocol/words';
import type { Principal } from '@/server/runtime/principal';
import { monthInWords } from './months';
import { type HistoryQuery, monthHref } from './query';
import { TrendLine } from './trend-line';

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const REACHABLE = 0;

type TrendsProps = { principal: Principal; query: HistoryQuery; choices: Promise<HistoryChoices> };

/** How each competency went in my rounds in the hot seat, or in the seat chosen as a filter. All filters apply. */
export async function Trends({ principal, query, choices }: TrendsProps) {
  const { review } = doorway();
  const practised = async () =>
    query.format === 'alone' || (query.format === null && (await hasPractised(choices)))
      ? review.trends(principal, { ...query, format: 'alone' })
      : NONE;
  const [panels, alone] = await Promise.all([
    query.format === 'alone' ? NONE : review.trends(principal, query),
    practised(),
  ]);
  return (
    <>
      <Lines
        id="trends"
        title={TITLES[query.role ?? 'candidate']}
        what="The mean of the panel’s first ratings"
        of={panels}
        query={query}
      />
      <Lines
        id="practice"
        title="Practised alone"
        what={
          hasFiles(alone)
            ? 'The mean of what you, or the person in a file, gave their own answers'
            : 'The mean of what you gave your own answers'
        }
        of={alone}
        query={{ ...query, format: 'alone' }}
      />
    </>
  );
}

async function hasPractised(choices: Promise<HistoryChoices>): Promise<boolean> {
  const { formats } = await choices;
  return formats.some(({ format }) => format === 'alone');
}

const NONE: AllTrends = { lines: [], rounds: { counted: 0, all: 0 } };

const hasFiles = ({ lines }: AllTrends) =>
  lines.some(({ points }) => points.some(({ fromFiles }) => fromFiles > 0));

const TITLES: Record<Role, string> = {
  candidate: 'Your competencies over time',
  panelist: 'Competencies in rounds that you rated',
  observer: 'Competencies in rounds that you watched',
};

const PARTS: Record<Role, string> = {
  candidate: 'in which you were in the hot seat',
  panelist: 'in which you were on the panel',
  observer: 'that you watched',
};

type LinesProps = { id: string; title: string; what: string; of: AllTrends; query: HistoryQuery };

function Lines({ id, title, what, of, query }: LinesProps) {
  const { lines: trends, rounds } = of;
  if (trends.length === 0) return null;
  const monthly = trends.some(({ points }) => points.some(({ rounds }) => rounds > 1));
  const href = (point: TrendPoint) => hrefOf(point, query);
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="font-semibold text-xl">
        {title}
      </h2>
      <p className="mt-1 max-w-[70ch] text-ink-soft text-sm">
        {what}, in {monthly ? 'each month' : 'each round'} {PARTS[query.role ?? 'candidate']}. Below it is the
        number of ratings and of people who gave them: the fewer, the less it says. Each point leads to its{' '}
        {monthly ? 'month, in UTC' : 'scorecard'}.{hasFiles(of) ? ' A hollow point is from a file.' : ''}
        {rounds.all > rounds.counted ? ` From the newest ${rounds.counted} of ${rounds.all} rounds.` : ''}
      </p>
      <section aria-label={`${title}, as lines`} className="mt-6 grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {trends.map((trend) => (
          <figure key={trend.groupId} className="min-w-0">
            <figcaption className="truncate font-medium text-sm" title={trend.title}>
              {trend.title}
            </figcaption>
            <TrendLine trend={trend} monthly={monthly} href={href} />
          </figure>
        ))}
      </section>
      <TrendTable title={title} trends={trends} monthly={monthly} href={href} />
    </section>
  );
}

/** A round's scorecard, or the history of a month. */
function hrefOf({ round, at }: TrendPoint, query: HistoryQuery): string {
  if (round) return scorecardHref(round);
  return monthHref(at, { ...query, role: query.role ?? 'candidate' });
}

type TableProps = {
  title: string;
  trends: readonly Trend[];
  monthly: boolean;
  href: (point: TrendPoint) => string;
};

/** The same in figures. */
function TrendTable({ title, trends, monthly, href }: TableProps) {
  return (
    <details className="mt-6">
      <summary className="inline-flex min-h-(--control-sm) items-center rounded text-sm underline underline-offset-3">
        Show as table
      </summary>
      <section
        aria-label={`${title}, as a table`}
        tabIndex={REACHABLE}
        className="mt-2 max-h-96 scroll-y overflow-x-auto rounded border border-line"
      >
        <table className="w-full text-left text-sm tabular">
          <thead className="sticky top-0 bg-paper text-ink-soft">
            <tr>
              {['Competency', monthly ? 'Month' : 'Held', 'Mean', 'Ratings', 'Raters', 'Rounds'].map(
                (heading) => (
                  <th key={heading} scope="col" className="px-3 py-2 font-medium">
                    {heading}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {trends.flatMap(({ groupId, title, points }) =>
              points.map((point) => (
                <tr key={`${groupId} ${point.at} ${point.round?.roomId}`} className="border-line border-t">
                  <th scope="row" className="px-3 py-1.5 font-normal">
                    {title}
                  </th>
                  <td className="px-3 py-1.5 whitespace-nowrap">
                    <Link href={href(point)} className="underline underline-offset-3">
                      {monthly ? monthInWords(point.at, 'UTC') : <LocalDate at={point.at} />}
                    </Link>
                  </td>
                  <td className="px-3 py-1.5">{score(point.mean)}</td>
                  <td className="px-3 py-1.5">{plural(point.ratings, 'rating')}</td>
                  <td className="px-3 py-1.5">
                    {point.raters ?? (point.fromFiles > 0 && point.rounds > 1 ? 'not known' : 'not shown')}
                  </td>
                  <td className="px-3 py-1.5">
                    {point.rounds}
                    {point.fromFiles > 0 ? ` (${point.fromFiles} from a file)` : ''}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}
