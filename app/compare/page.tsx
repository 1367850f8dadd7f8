import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { historyHref, searchOf } from '@/app/history/query';
import { LeftOut } from '@/app/review/left-out';
import { lookedAt } from '@/app/review/looked';
import { placesIn, writtenPlace } from '@/app/review/places';
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
  const places = placesIn(round);
  const chosen = places.map(writtenPlace);
  if (!principal) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/compare?${searchOf({ chosen })}`)}`);
  const compared = places.slice(0, MOST_COMPARED);
  const found = await lookedAt(principal, compared);
  return (
    <AppShell current="history" account={<Account />} className="pt-10 pb-24">
      <h1 className="font-semibold text-prompt">Side by side</h1>
      <LeftOut count={compared.length - found.length} className="mt-2" />
      {found.length < 2 ? (
        <EmptyState
          title="Choose two rounds or more"
          action={
            <ButtonLink href={historyHref({ chosen: found.map(({ place }) => place) })}>
              Choose in your history
            </ButtonLink>
          }
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
