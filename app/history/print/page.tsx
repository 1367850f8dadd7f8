import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { LeftOut } from '@/app/review/left-out';
import { placesIn } from '@/app/review/places';
import { SIGNATURE_WORDS } from '@/app/review/signature-words';
import { PrintButton } from '@/app/scorecards/print-button';
import { ScorecardSheet } from '@/app/scorecards/scorecard-sheet';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { Nothing } from '../nothing';
import { readQuery, type SearchParams, searchOf } from '../query';
import { printedChosen, printedHistory } from './printed';

export const metadata: Metadata = { title: 'Print scorecards', robots: { index: false } };

/**
 * The chosen rounds, or mine that match the filters of the history, newest first and page by page. Each begins on a new
 * sheet.
 */
export default async function PrintPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const principal = await currentPrincipal();
  const query = readQuery(search);
  if (!principal) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`/history/print?${searchOf(query)}`)}`);
  const chosen = placesIn(query.chosen);
  const { sheets, leftOut, said, newest, older } =
    chosen.length > 0
      ? await printedChosen(principal, chosen, search.page)
      : await printedHistory(principal, query);
  return (
    <AppShell current="history" account={<Account />} className="pt-6 pb-24 print:p-0">
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <LeftOut count={leftOut} className="w-full" />
        <p className="mr-auto text-ink-soft text-sm">{said}, newest first. Each begins on a new sheet.</p>
        {newest ? <ButtonLink href={newest}>Newest</ButtonLink> : null}
        {older ? <ButtonLink href={older}>Older scorecards</ButtonLink> : null}
        {sheets.length > 0 ? <PrintButton /> : null}
      </div>
      {sheets.length === 0 ? <Nothing query={query} /> : null}
      {sheets.map(({ place, card, file }) => (
        <div key={place} className="not-last:break-after-page">
          {file ? (
            <p className="pt-4 text-sm print:pt-0 print:pb-1 print:text-xs">
              From a file of {file.issuer}. {SIGNATURE_WORDS[file.signature]}
            </p>
          ) : null}
          <ScorecardSheet card={card} among fromFile={file !== null} />
        </div>
      ))}
    </AppShell>
  );
}
