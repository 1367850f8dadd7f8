import type { Metadata } from 'next';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';
import { doorway } from '@/server/doorway';
import { plainly } from '@/server/protocol/pasted';
import { ReturnForm } from './return-form';

// The link itself is the key to a seat: no site that is linked from here may learn it.
export const metadata: Metadata = {
  title: 'Back to your seat',
  referrer: 'no-referrer',
  robots: { index: false },
};

export default async function ReturnPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const principal = await currentPrincipal();
  const { identity, rooms } = doorway();
  const code = plainly(token)
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .slice(0, 24);
  const seat = await rooms.peekReturn(principal, code);
  return (
    <AppShell account={<Account />} className="grid place-items-center py-12">
      {seat.ok ? (
        <ReturnForm
          token={code}
          signedInAs={principal && { name: principal.name, isGuest: principal.kind === 'guest' }}
          guests={identity.guests}
          {...seat.value}
        />
      ) : (
        <ErrorState
          title="This return link doesn’t open a seat"
          action={<ButtonLink href="/">Go home</ButtonLink>}
        >
          {seat.message}
        </ErrorState>
      )}
    </AppShell>
  );
}
