import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';
import { PracticeForm } from './practice-form';
import { YourRecordings } from './your-recordings';

export const metadata: Metadata = { title: 'Practise alone' };

interface PractisePageProps {
  searchParams: Promise<{ pack?: string | string[]; competency?: string | string[] }>;
}

/** A panel for one: which pack, how many questions, and off. `?competency=` names the one of that pack to practise. */
export default async function PractisePage({ searchParams }: PractisePageProps) {
  const { pack: asked, competency: wished } = await searchParams;
  const { identity, packs, addressOf } = doorway();
  const principal = await currentPrincipal();
  if (!principal && !identity.guests) redirect('/sign-in?callbackUrl=/practise');
  const mine = principal ? await packs.mine(principal) : [];
  const choices = [...packs.shipped(), ...mine]
    .filter(({ questions }) => questions > 0)
    .map(({ id, title, questions }) => ({ id, title, questions }));
  const found = choices.find(({ id }) => id === asked);
  const first = found ?? choices[0];
  const address = addressOf(await headers());
  const opening = found && wished ? await packs.opening({ principal, address }, found.id) : null;
  const competency = opening?.ok ? opening.value.groups.find(({ id }) => id === wished) : null;
  return (
    <AppShell current="home" account={<Account />} className="pt-10 pb-24">
      <div className="max-w-xl">
        <h1 className="font-semibold text-prompt">Practise alone</h1>
        <p className="mt-2 text-ink-soft text-lg">
          Three simulated panelists ask you. You answer aloud, listen again, compare with sample answers, and
          rate yourself. Nobody hears you.
        </p>
        {first ? (
          <PracticeForm
            packs={choices}
            first={first.id}
            competency={competency ?? null}
            signedIn={principal !== null}
          />
        ) : (
          <p className="mt-8">There is no pack with questions.</p>
        )}
        <p className="mt-8 flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <Link href="/prepare" className="underline underline-offset-4">
            Write your stories
          </Link>
          <Link href="/practise/calibrate" className="underline underline-offset-4">
            Calibrate your scale
          </Link>
        </p>
        <YourRecordings signedIn={principal !== null} />
      </div>
    </AppShell>
  );
}
