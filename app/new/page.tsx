import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { knownName } from '@/app/account/known-name';
import { AppHeader } from '@/app/ui/app-header';
import { doorway } from '@/server/doorway';
import type { KeptPack, PackSummary } from '@/server/protocol/pack-library';
import { NoPacks } from './no-packs';
import { SetupScreen } from './setup-screen';

export const metadata: Metadata = { title: 'Set up a panel' };

interface SetupPageProps {
  searchParams: Promise<{
    pack?: string | string[];
    format?: string | string[];
  }>;
}

/** With `?format=peer` the page contains no question, since the host of a peer room takes a turn in the hot seat. */
export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { pack: asked, format } = await searchParams;
  const peer = format === 'peer';
  const { identity, packs, addressOf } = doorway();
  const principal = await currentPrincipal();
  if (!principal && !identity.guests) redirect('/sign-in?callbackUrl=/new');
  const mine = principal ? await packs.mine(principal) : [];
  const wished = typeof asked === 'string' ? await packs.summary(principal, asked) : null;
  const choices = { shipped: packs.shipped(), mine, once: isOnce(wished) ? wished : null };
  const first = wished ?? choices.shipped[0];
  // Without an outline the screen fetches it, and offers to try again.
  const address = addressOf(await headers());
  const opening = first && !peer ? await packs.opening({ principal, address }, first.id) : null;
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={<Account />} />
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col">
        {first ? (
          <SetupScreen
            packs={choices}
            first={first}
            wished={wished !== null}
            firstOutline={opening?.ok ? opening.value : null}
            format={peer ? 'peer' : null}
            name={knownName(principal)}
          />
        ) : (
          <NoPacks />
        )}
      </main>
    </div>
  );
}

function isOnce(pack: PackSummary | KeptPack | null): pack is KeptPack {
  return pack !== null && 'until' in pack && pack.until !== null;
}
