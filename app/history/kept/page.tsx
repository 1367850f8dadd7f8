import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { doorway } from '@/server/doorway';
import { KeptRows } from '../kept-list';
import type { SearchParams } from '../query';

export const metadata: Metadata = { title: 'Scorecards from files' };

const PAGE = 20;

/** Every scorecard that this person imported, page by page. */
export default async function KeptListPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const principal = await currentPrincipal();
  if (!principal) redirect('/sign-in?callbackUrl=/history/kept');
  const { after } = await searchParams;
  const cursor = typeof after === 'string' ? after : null;
  const { entries, next } = await doorway().review.kept.list(principal, cursor, PAGE);
  return (
    <AppShell current="history" account={<Account />} className="pt-10 pb-24">
      <h1 className="font-semibold text-prompt">Scorecards from files</h1>
      {entries.length > 0 ? (
        <KeptRows entries={entries} />
      ) : (
        <EmptyState
          title="Nothing here"
          action={<ButtonLink href="/history/import">Import scorecards</ButtonLink>}
          className="mt-4"
        />
      )}
      <nav aria-label="Pages" className="mt-8 flex gap-2 empty:hidden">
        {cursor ? <ButtonLink href="/history/kept">Newest</ButtonLink> : null}
        {next ? (
          <ButtonLink href={`/history/kept?after=${encodeURIComponent(next)}`}>Older scorecards</ButtonLink>
        ) : null}
      </nav>
    </AppShell>
  );
}
