import FileUp from 'lucide-react/icons/file-up';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Suspense } from 'react';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { Skeleton } from '@/app/ui/skeleton';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';
import { MyPacks } from './my-packs';
import { SearchForm } from './search-form';
import { SearchResults } from './search-results';
import { ShippedRow } from './shipped-row';

export const metadata: Metadata = { title: 'Packs' };

export default async function PacksPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  const { packs, addressOf } = doorway();
  const { q } = await searchParams;
  const query = (typeof q === 'string' ? q : '').trim();
  const principal = await currentPrincipal();
  const asker = { principal, address: addressOf(await headers()) };
  const found = query === '' ? null : await packs.search(asker, query);
  return (
    <AppShell current="packs" account={<Account />} className="pt-10 pb-24">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-semibold text-prompt">Packs</h1>
        <ButtonLink href="/packs/import">
          <FileUp size={16} aria-hidden="true" />
          Import a guide
        </ButtonLink>
      </div>
      <p className="max-w-prose pt-2 text-ink-soft">
        A pack holds a panel’s questions by competency, with what a good answer covers.
      </p>
      <SearchForm query={query} />
      {found === null ? <Lists principal={principal} /> : null}
      {found?.ok ? <SearchResults query={query} hits={found.value} /> : null}
      {found && !found.ok ? (
        <p role="alert" className="pt-8">
          {found.message}
        </p>
      ) : null}
    </AppShell>
  );
}

function Lists({ principal }: { principal: Principal | null }) {
  return (
    <>
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
          {doorway()
            .packs.shipped()
            .map((pack) => (
              <ShippedRow key={pack.id} pack={pack} signedIn={principal !== null} />
            ))}
        </ul>
      </section>
    </>
  );
}
