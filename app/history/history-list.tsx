import Link from 'next/link';
import { writtenPlace } from '@/app/review/places';
import { Button } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';
import { MOST_COMPARED } from '../compare/most-compared';
import { HistoryRow } from './history-row';
import { MonthLists } from './month-lists';
import { MOST_CHOSEN } from './most-chosen';
import { Nothing } from './nothing';
import { type HistoryQuery, historyHref, isFiltered, searchOf } from './query';

const PAGE = 20;

/** One page of scorecards, newest first, under their months. */
export async function HistoryList({ principal, query }: { principal: Principal; query: HistoryQuery }) {
  const { entries, next } = await doorway().review.history(principal, { ...query, size: PAGE });
  if (entries.length === 0) return <Nothing query={query} />;
  const shown = entries.map(writtenPlace);
  const elsewhere = query.chosen.filter((place) => !shown.includes(place));
  return (
    // Turning a page submits the form, so that ticks are kept without a script.
    <form action="/compare">
      <Hidden search={searchOf({ ...query, cursor: null, chosen: elsewhere })} />
      <MonthLists
        rows={entries.map((entry) => {
          const key = writtenPlace(entry);
          return {
            at: entry.heldAt,
            row: <HistoryRow key={key} entry={entry} chosen={query.chosen.includes(key)} />,
          };
        })}
      />
      <nav aria-label="Pages of the history" className="mt-8 flex gap-2 empty:hidden">
        {query.cursor ? (
          <Button type="submit" formAction="/history">
            Newest
          </Button>
        ) : null}
        {next ? (
          <Button type="submit" formAction="/history" name="after" value={next}>
            Older scorecards
          </Button>
        ) : null}
      </nav>
      <ChosenBar
        elsewhere={elsewhere.length}
        none={historyHref({ ...query, chosen: [] })}
        all={isFiltered(query) ? 'all that match the filters' : 'all of them'}
      />
    </form>
  );
}

/** What the address says besides the page and its ticks. */
function Hidden({ search }: { search: URLSearchParams }) {
  return [...search].map(([name, value]) => (
    <input key={`${name}/${value}`} type="hidden" name={name} value={value} />
  ));
}

/** Actions on the chosen rounds, on this page and others. They need no script. */
function ChosenBar({ elsewhere, none, all }: { elsewhere: number; none: string; all: string }) {
  return (
    <div className="mt-6 flex flex-wrap items-center gap-2 border-line border-t pt-4">
      {elsewhere > 0 ? (
        <span className="mr-2 w-full text-sm">
          {plural(elsewhere, 'scorecard')} ticked on other pages.{' '}
          <Link href={none} className="underline underline-offset-3">
            Untick all
          </Link>
        </span>
      ) : null}
      <p className="w-full text-ink-soft text-sm">
        To compare, tick 2 to {MOST_COMPARED}. Print and download take the scorecards you tick, at most{' '}
        {MOST_CHOSEN}, or {all} if you tick none.
      </p>
      <Button type="submit" size="sm">
        Compare
      </Button>
      <Button type="submit" size="sm" variant="quiet" formAction="/history/print">
        Print or save as PDF
      </Button>
      {(['json', 'csv', 'md'] as const).map((form) => (
        <Button
          key={form}
          type="submit"
          size="sm"
          variant="quiet"
          formAction="/api/scorecards"
          name="form"
          value={form}
        >
          {FORM_WORDS[form]}
        </Button>
      ))}
    </div>
  );
}

const FORM_WORDS = { json: 'Download JSON', csv: 'Download CSV', md: 'Download Markdown' } as const;
