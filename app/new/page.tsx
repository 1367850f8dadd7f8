import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { outlineOf } from '@/app/agenda/pack-outline';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';
import { NoPacks } from './no-packs';
import { SetupScreen } from './setup-screen';

export const metadata: Metadata = { title: 'Set up a panel' };

export default async function SetupPage() {
  const { identity, packs } = doorway();
  const principal = await currentPrincipal();
  if (!principal && !identity.guests) redirect('/sign-in?callbackUrl=/new');
  const choices = packs.list();
  const first = choices[0];
  const pack = first ? packs.get(first.id) : null;
  return (
    <AppShell account={<Account />} className="max-w-none px-0 sm:px-0">
      {first && pack ? (
        <SetupScreen
          packs={choices}
          first={first}
          firstOutline={outlineOf(pack)}
          name={principal?.name ?? null}
        />
      ) : (
        <NoPacks />
      )}
    </AppShell>
  );
}
