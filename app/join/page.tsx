import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { AppShell } from '@/app/ui/app-shell';
import { pathOf } from './invite-code';
import { PasteForm } from './paste-form';

export const metadata: Metadata = { title: 'Join a panel' };

interface JoinPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** For a pasted link or a code, from `?link=` or typed here. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { link } = await searchParams;
  const pasted = typeof link === 'string' ? link : '';
  const path = pathOf(pasted);
  if (path) redirect(path);
  return (
    <AppShell account={<Account />} className="grid place-items-center py-16">
      <PasteForm pasted={pasted} />
    </AppShell>
  );
}
