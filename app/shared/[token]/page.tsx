import type { Metadata } from 'next';
import { ScorecardSheet } from '@/app/scorecards/scorecard-sheet';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';
import { doorway } from '@/server/doorway';
import { CountOpening } from './count-opening';

/** The same for every link, so that a preview in a chat shows nothing of the scorecard. */
export const metadata: Metadata = {
  title: 'A shared scorecard',
  robots: { index: false, follow: false, nocache: true },
  referrer: 'no-referrer',
};

/** One round as its sharer sees it, for anyone with the link. The page asks nobody who they are. */
export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const card = await doorway().review.shares.open(token);
  return (
    <AppShell className="pb-24 print:p-0">
      {card ? (
        <>
          <p className="pt-6 text-ink-soft text-sm print:hidden">
            Someone in this round shared its scorecard with you. The link stops working on the day they chose,
            or earlier.
          </p>
          <CountOpening token={token} />
          <ScorecardSheet card={card} />
        </>
      ) : (
        <ErrorState title="This link no longer works" action={<ButtonLink href="/">Go home</ButtonLink>}>
          A share link works until it expires or the person who made it turns it off. Ask the person who sent
          it for a new one.
        </ErrorState>
      )}
    </AppShell>
  );
}
