import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { lookedAt } from '@/app/review/looked';
import { placesIn } from '@/app/review/places';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { CompareTable } from './compare-table';
import { MOST_COMPARED } from './most-compared';

export const metadata: Metadata = { title: 'Compare', robots: { index: false } };

interface ComparePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Some of my rounds side by side: the same rows, without a ranking. */
export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { round } = await searchParams;
  const principal = await currentPrincipal();
  if (!principal) notFound();
  const places = placesIn(round);
  const found = await lookedAt(principal, places.slice(0, MOST_COMPARED));
  return (
    <AppShell current="history" account={<Account />} className="pt-10 pb-24">
      <h1 className="font-semibold text-prompt">Side by side</h1>
      {found.length < 2 ? (
        <EmptyState
          title="Choose two rounds or more"
          action={<ButtonLink href="/history">Choose in your history</ButtonLink>}
          className="mt-4"
        >
          Tick up to {MOST_COMPARED} scorecards in your history, then press Compare.
        </EmptyState>
      ) : (
        <>
          <p className="mt-2 max-w-prose text-ink-soft text-sm">
            Each figure is a mean of independent first ratings, with their number. Different panels and
            different questions are different yardsticks: compare within a row, and don’t rank the columns.
            {places.length > MOST_COMPARED
              ? ` You chose ${places.length}; the first ${MOST_COMPARED} are here.`
              : ''}
          </p>
          <CompareTable cards={found} />
        </>
      )}
    </AppShell>
  );
}
