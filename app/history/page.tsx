import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';
import { Filters } from './filters';
import { HistoryList } from './history-list';
import { ListSkeleton, TrendsSkeleton } from './history-skeleton';
import { KeptList } from './kept-list';
import { type HistoryQuery, readQuery, type SearchParams } from './query';
import { Trends } from './trends';

export const metadata: Metadata = { title: 'History' };

interface HistoryPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const query = readQuery(await searchParams);
  const principal = await currentPrincipal();
  return (
    <AppShell current="history" account={<Account />} className="pt-10 pb-24">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="font-semibold text-prompt">History</h1>
        {principal ? (
          <nav aria-label="More of your history" className="flex flex-wrap gap-x-5 text-sm">
            <Link href="/history/me" className="underline underline-offset-3">
              About you
            </Link>
            <Link href="/history/questions" className="underline underline-offset-3">
              Questions you heard
            </Link>
            <Link href="/history/import" className="underline underline-offset-3">
              Import scorecards
            </Link>
          </nav>
        ) : null}
      </div>
      {principal ? (
        <Mine principal={principal} query={query} />
      ) : (
        <EmptyState
          title="Sign in to see your history"
          action={
            <ButtonLink href="/sign-in?callbackUrl=/history" variant="plain">
              Sign in
            </ButtonLink>
          }
          className="mt-6"
        >
          Hotseat keeps the scorecards of your rounds for you and for the others who took part.
        </EmptyState>
      )}
    </AppShell>
  );
}

/** All parts are read at once, and what is there first appears first. */
function Mine({ principal, query }: { principal: Principal; query: HistoryQuery }) {
  const choices = doorway().review.choices(principal);
  return (
    <>
      <Suspense fallback={<TrendsSkeleton />}>
        <Trends principal={principal} query={query} choices={choices} />
      </Suspense>
      <section aria-labelledby="scorecards" className="mt-12">
        <h2 id="scorecards" className="font-semibold text-xl">
          Scorecards
        </h2>
        <Suspense fallback={null}>
          <Filters query={query} choices={choices} />
        </Suspense>
        <Suspense key={JSON.stringify(query)} fallback={<ListSkeleton />}>
          <HistoryList principal={principal} query={query} />
        </Suspense>
      </section>
      <Suspense fallback={null}>
        <KeptList principal={principal} />
      </Suspense>
    </>
  );
}
