import { plural, score } from '@/app/ui/format';
import { doorway } from '@/server/doorway';
import type { Trend } from '@/server/protocol/history';
import type { Principal } from '@/server/runtime/principal';
import { TrendChart } from './trend-chart';

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const REACHABLE = 0;

/** How each competency went in my rounds in the hot seat; nothing before the first of them. */
export async function Trends({ principal, packId }: { principal: Principal; packId: string | null }) {
  const trends = await doorway().review.trends(principal, packId);
  if (trends.length === 0) return null;
  const monthly = trends.some(({ points }) => points.some(({ rounds }) => rounds > 1));
  const longest = Math.max(...trends.map(({ points }) => points.length));
  return (
    <section aria-labelledby="trends" className="mt-8">
      <h2 id="trends" className="font-semibold text-xl">
        Your competencies over time
      </h2>
      <p className="mt-1 max-w-[70ch] text-ink-soft text-sm">
        The mean of the panel’s first ratings, in {monthly ? 'each month' : 'each round'} in which you had the
        hot seat. The figure below a point says how many ratings it comes from
        {monthly ? ', in brackets of how many rounds' : ''}: the fewer, the less it says.
        {longest === 1 ? ' A line needs a second round.' : ''}
      </p>
      {/* On a phone a strip to swipe, so that the list below stays near. */}
      <section
        aria-label="Lines"
        tabIndex={REACHABLE}
        className="mt-6 grid gap-x-10 gap-y-8 max-sm:-mx-4 max-sm:snap-x max-sm:scroll-px-4 max-sm:auto-cols-[82%] max-sm:grid-flow-col max-sm:gap-x-6 max-sm:overflow-x-auto max-sm:px-4 sm:grid-cols-2 lg:grid-cols-3"
      >
        {trends.map((trend) => (
          <figure key={trend.groupId} className="min-w-0 snap-start">
            <figcaption className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate font-medium" title={trend.title}>
                {trend.title}
              </span>
              <span className="shrink-0 text-sm tabular">{latest(trend)}</span>
            </figcaption>
            <TrendChart points={trend.points} monthly={monthly} />
          </figure>
        ))}
      </section>
      <TrendTable trends={trends} />
    </section>
  );
}

function latest({ points }: Trend): string {
  const last = points.at(-1);
  return last ? score(last.mean) : '';
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The same in figures. */
function TrendTable({ trends }: { trends: readonly Trend[] }) {
  return (
    <details className="mt-6">
      <summary className="inline-flex min-h-(--control-sm) items-center rounded text-sm underline underline-offset-3">
        Show as table
      </summary>
      <section
        aria-label="Your competencies over time, as a table"
        tabIndex={REACHABLE}
        className="mt-2 max-h-96 scroll-y overflow-x-auto rounded border border-line"
      >
        <table className="w-full text-left text-sm tabular">
          <thead className="sticky top-0 bg-paper text-ink-soft">
            <tr>
              {['Competency', 'Published', 'Mean', 'Ratings', 'Rounds'].map((heading) => (
                <th key={heading} scope="col" className="px-3 py-2 font-medium">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trends.flatMap(({ groupId, title, points }) =>
              points.map((point) => (
                <tr key={`${groupId} ${point.at}`} className="border-line border-t">
                  <th scope="row" className="px-3 py-1.5 font-normal">
                    {title}
                  </th>
                  <td className="px-3 py-1.5 whitespace-nowrap">{day.format(point.at)}</td>
                  <td className="px-3 py-1.5">{score(point.mean)}</td>
                  <td className="px-3 py-1.5">{plural(point.ratings, 'rating')}</td>
                  <td className="px-3 py-1.5">{point.rounds}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}
