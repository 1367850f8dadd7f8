import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { TakeAway } from '@/app/review/take-away';
import { ScorecardSheet } from '@/app/scorecards/scorecard-sheet';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';

interface ScorecardPageProps {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** Null when it does not exist, and also when this person may not see it. Read once per request. */
const scorecardOf = cache(async (roomId: string, roundId: string) => {
  const principal = await currentPrincipal();
  return principal && doorway().review.scorecard(principal, roomId, roundId);
});

export async function generateMetadata({ params }: ScorecardPageProps): Promise<Metadata> {
  const { roomId, roundId } = await params;
  const card = await scorecardOf(roomId, roundId);
  const candidate = card?.people.find(({ memberId }) => memberId === card.candidateId)?.name;
  return { title: card ? `${candidate}, ${card.room.title}` : 'Not found' };
}

export default async function ScorecardPage({ params }: ScorecardPageProps) {
  const { roomId, roundId } = await params;
  const card = await scorecardOf(roomId, roundId);
  if (!card) notFound();
  const principal = await currentPrincipal();
  const ownFeedback = principal && (await doorway().review.ownFeedback(principal, { roomId, roundId }));
  return (
    <AppShell current="history" account={<Account />} className="pb-24 print:p-0">
      <TakeAway card={card} />
      <ScorecardSheet
        card={card}
        replay={`/replay/${roomId}/${roundId}`}
        playsBack
        sharesNotes
        ownFeedback={ownFeedback}
      />
    </AppShell>
  );
}
