import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ReadIn } from './read-in';

export const metadata: Metadata = { title: 'Import scorecards' };

/** Imports scorecards from a file of this Hotseat or another. */
export default async function ImportPage() {
  if (!(await currentPrincipal())) redirect('/sign-in?callbackUrl=/history/import');
  return (
    <AppShell current="history" account={<Account />} className="pt-10 pb-24">
      <h1 className="font-semibold text-prompt">Import scorecards</h1>
      <p className="mt-2 max-w-prose text-ink-soft">
        A scorecard that was downloaded as JSON can be kept in your history here, wherever it was made. Its
        signature says whether it is still what that server wrote.
      </p>
      <ReadIn />
    </AppShell>
  );
}
