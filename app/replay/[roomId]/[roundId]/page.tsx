import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AskSection } from '@/app/scorecards/ask-section';
import { kindInWords } from '@/app/scorecards/kind-in-words';
import { namesOf } from '@/app/scorecards/words';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';
import { ReplayScreen } from '../../replay-screen';
import { startOf } from '../../start-of';

export const metadata: Metadata = { title: 'Replay', robots: { index: false } };

interface ReplayPageProps {
  params: Promise<{ roomId: string; roundId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A published round again, as this person saw it. */
export default async function ReplayPage({ params, searchParams }: ReplayPageProps) {
  const [{ roomId, roundId }, search] = await Promise.all([params, searchParams]);
  const principal = await currentPrincipal();
  const card = principal && (await doorway().review.scorecard(principal, roomId, roundId));
  if (!card) notFound();
  const name = namesOf(card);
  return (
    <AppShell current="history" account={<Account />} className="pt-8 pb-24">
      <p className="kicker">Replay, as you saw it · {kindInWords(card, true)}</p>
      <h1 className="mt-1 font-semibold text-2xl [overflow-wrap:anywhere]">{card.room.title}</h1>
      <p className="mb-4 text-sm">
        <Link href={`/scorecards/${roomId}/${roundId}`} className="underline underline-offset-3">
          The scorecard
        </Link>
      </p>
      <ReplayScreen
        from={`/api/replays/${roomId}/${roundId}`}
        codes={`/api/scorecards/${roomId}/${roundId}`}
        start={startOf(search)}
        asks={Object.fromEntries(
          card.asks.map((ask) => [
            ask.askId,
            <AskSection key={ask.askId} ask={ask} card={card} name={name} playsBack />,
          ]),
        )}
      />
    </AppShell>
  );
}
