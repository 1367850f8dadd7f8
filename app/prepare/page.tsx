import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';
import { Stories } from './stories';

export const metadata: Metadata = { title: 'Your stories', robots: { index: false } };

/** One's own stories, without a date. */
export default async function StoriesPage() {
  const principal = await currentPrincipal();
  if (!principal) redirect('/sign-in?callbackUrl=/prepare');
  return (
    <AppShell current="home" account={<Account />} className="pt-10 pb-24">
      <div className="max-w-2xl">
        <h1 className="pb-8 font-semibold text-prompt">Prepare</h1>
        <Stories initial={await doorway().stories.list(principal)} />
      </div>
    </AppShell>
  );
}
