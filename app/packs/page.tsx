import FileUp from 'lucide-react/icons/file-up';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { KeptFocus } from '@/app/ui/kept-focus';
import { Skeleton } from '@/app/ui/skeleton';
import { doorway } from '@/server/doorway';
import { MyPacks } from './my-packs';
import { ShippedRow } from './shipped-row';

export const metadata: Metadata = { title: 'Packs' };

export default async function PacksPage() {
  const { packs } = doorway();
  const principal = await currentPrincipal();
  return (
    <AppShell current="packs" account={<Account />} className="pt-10 pb-24">
      <KeptFocus />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-semibold text-prompt">Packs</h1>
        <ButtonLink href="/packs/import">
          <FileUp size={16} aria-hidden="true" />
          Import a guide
        </ButtonLink>
      </div>
      <p className="max-w-prose pt-2 text-ink-soft">
        What a panel asks from: questions by competency, with what a good answer covers.
      </p>
      <section aria-labelledby="mine" className="mt-10">
        <h2 id="mine" className="border-line border-b pb-2 font-semibold text-xl">
          My packs
        </h2>
        <Suspense fallback={<Skeleton className="my-4 h-10 w-full" />}>
          <MyPacks principal={principal} />
        </Suspense>
      </section>
      <section aria-labelledby="shipped" className="mt-12">
        <h2 id="shipped" className="border-line border-b pb-2 font-semibold text-xl">
          Ready to play
        </h2>
        <ul className="divide-y divide-line">
          {packs.shipped().map((pack) => (
            <ShippedRow key={pack.id} pack={pack} signedIn={principal !== null} />
          ))}
        </ul>
      </section>
    </AppShell>
  );
}
