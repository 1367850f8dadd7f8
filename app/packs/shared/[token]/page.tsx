import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { doorway } from '@/server/doorway';
import { countsInWords } from '../../counts-in-words';
import { TakeCopy } from './take-copy';

export const metadata: Metadata = { title: 'A shared pack', robots: { index: false } };

/** The page behind a pack's link, where a person takes a copy. */
export default async function SharedPackPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { packs, identity, addressOf } = doorway();
  const principal = await currentPrincipal();
  if (!principal && !identity.guests)
    redirect(`/sign-in?callbackUrl=/packs/shared/${encodeURIComponent(token)}`);
  const found = await packs.shared({ principal, address: addressOf(await headers()) }, token);
  return (
    <AppShell current="packs" account={<Account />} className="pt-10 pb-24">
      {found.ok ? (
        <>
          <h1 className="max-w-prose break-words font-semibold text-prompt">{found.value.pack.title}</h1>
          <p className="pt-1 text-ink-soft tabular">
            {countsInWords(found.value.pack)} · shared by <bdi>{found.value.by}</bdi>
          </p>
          <div className="pt-8">
            {found.value.ownId === null ? (
              <TakeCopy token={token} signedIn={principal !== null} />
            ) : (
              <ButtonLink variant="primary" href={`/packs/${found.value.ownId}`}>
                This is your pack. Open it
              </ButtonLink>
            )}
          </div>
        </>
      ) : (
        <>
          <h1 className="font-semibold text-prompt">This pack can’t be opened</h1>
          <p className="max-w-prose pt-1 text-ink-soft">{found.message}</p>
          <p className="pt-8">
            <ButtonLink href="/packs">Go to packs</ButtonLink>
          </p>
        </>
      )}
    </AppShell>
  );
}
