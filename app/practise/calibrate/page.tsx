import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';
import { Calibrate } from './calibrate';

export const metadata: Metadata = { title: 'Calibrate your scale' };

interface CalibratePageProps {
  searchParams: Promise<{ pack?: string | string[] }>;
}

/** Two sample answers to rate blind, alone, whenever somebody likes. */
export default async function CalibratePage({ searchParams }: CalibratePageProps) {
  const { pack: asked } = await searchParams;
  const principal = await currentPrincipal();
  if (!principal) redirect('/sign-in?callbackUrl=/practise/calibrate');
  const { packs } = doorway();
  const choices = [...packs.shipped(), ...(await packs.mine(principal))].map(({ id, title }) => ({
    id,
    title,
  }));
  const chosen = choices.find(({ id }) => id === asked) ?? choices[0];
  return (
    <AppShell current="home" account={<Account />} className="pt-10 pb-24">
      <div className="max-w-2xl">
        <h1 className="font-semibold text-prompt">Calibrate your scale</h1>
        <p className="mt-2 text-ink-soft text-lg">
          Rate two sample answers, then see how the pack rates them and why. How far you are from it is for
          you alone, on{' '}
          <Link href="/history/me" className="underline underline-offset-4">
            your own page
          </Link>
          .
        </p>
        {chosen ? <Calibrate key={chosen.id} packs={choices} packId={chosen.id} /> : null}
      </div>
    </AppShell>
  );
}
