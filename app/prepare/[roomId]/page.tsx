import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { stepsFor } from '@/app/room/lobby/steps';
import { AppShell } from '@/app/ui/app-shell';
import { CalendarLink } from '@/app/ui/calendar-link';
import { CalledOffTime } from '@/app/ui/called-off-time';
import { LocalTime } from '@/app/ui/local-time';
import { requestTime } from '@/app/ui/request-time';
import { doorway } from '@/server/doorway';
import { Checklist } from '../checklist';
import { GENERAL_CHECKLIST } from '../general-checklist';
import { Stories } from '../stories';

export const metadata: Metadata = { title: 'Prepare', robots: { index: false } };

/** For a person who is to sit: the date, what to review, and their stories. */
export default async function PreparePage({ params }: { params: Promise<{ roomId: string }> }) {
  const { roomId } = await params;
  const principal = await currentPrincipal();
  if (!principal) redirect(`/sign-in?callbackUrl=/prepare/${roomId}`);
  const { rooms, stories } = doorway();
  const found = await rooms.preparation(principal, roomId);
  if (!found.ok) notFound();
  const { title, format, hostName, startsAt, calledOff, tips, packId } = found.value;
  const calendar = `/api/rooms/${roomId}/calendar`;
  const lines = tips ?? GENERAL_CHECKLIST.map((text) => ({ text, context: null }));
  return (
    <AppShell current="home" account={<Account />} className="pt-10 pb-24">
      <header className="max-w-2xl">
        <h1 className="font-semibold text-prompt">Prepare</h1>
        <p className="mt-2 break-words text-ink-soft text-lg">
          <Link href={`/room/${roomId}`} className="underline underline-offset-4 hover:text-ink">
            {title}
          </Link>
          , with {hostName}
        </p>
        {startsAt === null ? null : (
          <p className="flex flex-wrap items-center gap-x-6 pt-1">
            <LocalTime at={startsAt} />
            <CalendarLink href={calendar} />
          </p>
        )}
        {calledOff === null || calledOff <= requestTime() ? null : (
          <div className="pt-1">
            <CalledOffTime at={calledOff} href={calendar} />
          </div>
        )}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 pt-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Stories initial={await stories.list(principal)} />
        <div className="flex flex-col gap-10">
          <Checklist roomId={roomId} lines={lines} />
          <section aria-labelledby="happens">
            <h2 id="happens" className="font-semibold text-xl">
              What will happen
            </h2>
            <ol className="flex flex-col gap-2 pt-3 text-ink-soft text-sm">
              {stepsFor(format).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className="pt-4 text-sm">
              <Link
                href={packId ? `/practise?pack=${encodeURIComponent(packId)}` : '/practise'}
                className="underline underline-offset-4"
              >
                Practise alone
              </Link>
            </p>
          </section>
        </div>
      </div>
    </AppShell>
  );
}
