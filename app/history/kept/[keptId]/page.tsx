import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { SIGNATURE_WORDS } from '@/app/review/signature-words';
import { Downloads } from '@/app/review/take-away';
import { ScorecardSheet } from '@/app/scorecards/scorecard-sheet';
import { AppShell } from '@/app/ui/app-shell';
import { ErrorState } from '@/app/ui/error-state';
import { doorway } from '@/server/doorway';
import { CheckAgain } from './check-again';
import { ForgetButton } from './forget-button';

export const metadata: Metadata = { title: 'Scorecard from a file', robots: { index: false } };

/** An imported scorecard, with what its signature says. */
export default async function KeptPage({ params }: { params: Promise<{ keptId: string }> }) {
  const { keptId } = await params;
  const principal = await currentPrincipal();
  const kept = principal && (await doorway().review.kept.one(principal, keptId));
  if (!kept) notFound();
  if (kept === 'unreadable')
    return (
      <AppShell current="history" account={<Account />}>
        <ErrorState title="This scorecard can’t be shown" action={<ForgetButton keptId={keptId} />}>
          Its file has values that no Hotseat writes, such as a date that doesn’t exist. Your other scorecards
          are safe. You can delete this one.
        </ErrorState>
      </AppShell>
    );
  return (
    <AppShell current="history" account={<Account />} className="pb-24 print:p-0">
      <div className="flex flex-wrap items-center gap-2 pt-6 print:hidden">
        <Downloads address={`/api/scorecards/kept/${keptId}`} />
        {kept.signature === 'unknown' && kept.entry.proof ? <CheckAgain keptId={keptId} /> : null}
        <ForgetButton keptId={keptId} />
      </div>
      <p className="pt-4 text-sm print:pt-0 print:pb-1 print:text-xs">
        From a file of {kept.entry.issuer}. {SIGNATURE_WORDS[kept.signature]}
      </p>
      <ScorecardSheet card={kept.card} fromFile />
    </AppShell>
  );
}
