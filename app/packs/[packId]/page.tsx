import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppHeader } from '@/app/ui/app-header';
import { requestTime } from '@/app/ui/request-time';
import { doorway } from '@/server/doorway';
import { EditScreen } from './edit-screen';

type Props = { params: Promise<{ packId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { packId } = await params;
  const pack = await doorway().packs.summary(await currentPrincipal(), packId);
  return { title: pack?.title ?? 'Packs' };
}

export default async function EditPage({ params }: Props) {
  const { packId } = await params;
  const principal = await currentPrincipal();
  if (!principal) redirect(`/sign-in?callbackUrl=/packs/${encodeURIComponent(packId)}`);
  const pack = await doorway().packs.open(principal, packId);
  if (!pack) notFound();
  return (
    <div className="flex h-dvh flex-col">
      <AppHeader current="packs" account={<Account />} />
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
        <EditScreen pack={pack} now={requestTime()} />
      </main>
    </div>
  );
}
