import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { placesIn } from '@/app/review/places';
import { SIGNATURE_WORDS } from '@/app/review/signature-words';
import { PrintButton } from '@/app/scorecards/print-button';
import { ScorecardSheet } from '@/app/scorecards/scorecard-sheet';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { plural } from '@/app/ui/format';
import { doorway } from '@/server/doorway';
import { NO_FILTER } from '@/server/protocol/words';
import type { SearchParams } from '../query';

export const metadata: Metadata = { title: 'Print scorecards', robots: { index: false } };

/** Some forty sheets of paper. */
const MOST = 20;

/** The chosen rounds, or all of mine, page by page. Each begins on a new sheet. */
export default async function PrintPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { round, after } = await searchParams;
  const principal = await currentPrincipal();
  if (!principal) redirect('/sign-in?callbackUrl=/history/print');
  const { review } = doorway();
  const chosen = placesIn(round);
  const cursor = typeof after === 'string' ? after : null;
  const { entries, next } =
    chosen.length > 0
      ? { entries: chosen.slice(0, MOST), next: null }
      : await review.history(principal, { ...NO_FILTER, cursor, size: MOST });
  const read = await Promise.all(
    entries.map(({ roomId, roundId }) => review.looked(principal, { roomId, roundId })),
  );
  const cards = read.filter((one) => one !== null);
  if (cards.length < entries.length) notFound();
  return (
    <AppShell current="history" account={<Account />} className="pt-6 pb-24 print:p-0">
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <p className="mr-auto text-ink-soft text-sm">
          {plural(cards.length, 'scorecard')}, newest first. Each begins on a new sheet.
        </p>
        {cursor ? <ButtonLink href="/history/print">Newest</ButtonLink> : null}
        {next ? (
          <ButtonLink href={`/history/print?after=${encodeURIComponent(next)}`}>Older scorecards</ButtonLink>
        ) : null}
        {cards.length > 0 ? <PrintButton /> : null}
      </div>
      {cards.length === 0 ? (
        <EmptyState title="No scorecards yet" className="mt-4">
          When a round is published, its scorecard appears here for everyone who took part.
        </EmptyState>
      ) : null}
      {cards.map(({ card, file }, index) => (
        <div key={`${entries[index]?.roomId}/${card.round.roundId}`} className="not-last:break-after-page">
          {file ? (
            <p className="pt-4 text-sm print:pt-0 print:pb-1 print:text-xs">
              From a file of {file.issuer}. {SIGNATURE_WORDS[file.signature]}
            </p>
          ) : null}
          <ScorecardSheet card={card} among />
        </div>
      ))}
    </AppShell>
  );
}
