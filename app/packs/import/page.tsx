import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { knownName } from '@/app/account/known-name';
import { AppHeader } from '@/app/ui/app-header';
import { doorway } from '@/server/doorway';
import { ImportScreen } from './import-screen';

export const metadata: Metadata = { title: 'Import a guide' };

export default async function ImportPage() {
  const principal = await currentPrincipal();
  if (!principal && !doorway().identity.guests) redirect('/sign-in?callbackUrl=/packs/import');
  return (
    <div className="flex h-dvh flex-col">
      <AppHeader current="packs" account={<Account />} />
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
        <ImportScreen name={knownName(principal)} />
      </main>
    </div>
  );
}
