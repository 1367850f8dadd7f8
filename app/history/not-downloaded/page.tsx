import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { safeCallback } from '@/app/account/callback-url';
import { currentPrincipal } from '@/app/account/current-principal';
import { lookedAt } from '@/app/review/looked';
import { placesIn } from '@/app/review/places';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';
import { plural } from '@/app/ui/format';
import { doorway } from '@/server/doorway';
import { MOST_CHOSEN } from '../most-chosen';
import { historyHref, readQuery, type SearchParams } from '../query';
import { NOT_DOWNLOADED, type NotDownloaded } from './why';

export const metadata: Metadata = { title: 'Not downloaded', robots: { index: false } };

/** Where a download leads that gave no file: why, and the way back with everything that was ticked. */
export default async function NotDownloadedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const why = NOT_DOWNLOADED.find((known) => known === search.why) ?? 'not-found';
  const { title, words, action } = await explanation(why, pageIn(search));
  return (
    <AppShell current="history">
      <ErrorState title={title} action={action}>
        {words}
      </ErrorState>
    </AppShell>
  );
}

/** The page of the download: the history with its ticks, or one scorecard. */
function pageIn({ from }: SearchParams): string {
  const page = safeCallback(from, doorway().publicUrl);
  return /^\/(history|scorecards)([/?]|$)/.test(page) ? page : '/history';
}

interface Explanation {
  title: string;
  words: string;
  action: ReactNode;
}

async function explanation(why: NotDownloaded, page: string): Promise<Explanation> {
  const back = <ButtonLink href={page}>Back</ButtonLink>;
  const search = new URL(page, doorway().publicUrl).searchParams;
  const query = readQuery({ ...Object.fromEntries(search), round: search.getAll('round') });
  const count = query.chosen.length;
  if (why === 'unavailable')
    return {
      title: 'Nothing was downloaded',
      words: 'Hotseat can’t look anything up just now. Your scorecards are safe: try again in a minute.',
      action: back,
    };
  if (why === 'slow-down')
    return {
      title: 'That was a lot at once',
      words:
        'You can download twenty files with several scorecards in a minute. Wait a minute, then download again.',
      action: back,
    };
  if (why === 'bad-command')
    return count > MOST_CHOSEN
      ? {
          title: `A file holds at most ${MOST_CHOSEN} scorecards`,
          words: `You ticked ${count}. Untick some, or tick none and use the filters: then there is no limit.`,
          action: back,
        }
      : {
          title: 'Nothing was downloaded',
          words: 'The address of the download is not complete.',
          action: back,
        };
  const principal = await currentPrincipal();
  if (!principal)
    return {
      title: 'You are signed out',
      words: 'Sign in, then download again. What you ticked stays ticked.',
      action: (
        <ButtonLink href={`/sign-in?callbackUrl=${encodeURIComponent(page)}`} variant="plain">
          Sign in
        </ButtonLink>
      ),
    };
  if (count === 0)
    return {
      title: 'This scorecard is not open to you',
      words: 'It may have been withdrawn since the page was loaded.',
      action: <ButtonLink href="/history">Go to your history</ButtonLink>,
    };
  const open = await lookedAt(principal, placesIn(query.chosen));
  if (open.length === count)
    return {
      title: 'Simulated rounds have no JSON',
      words:
        'A JSON file is signed, and nobody signs what simulated people rated. Choose CSV or Markdown, or untick the simulated rounds.',
      action: back,
    };
  const gone = count - open.length;
  return {
    title: 'Nothing was downloaded',
    words:
      open.length === 0
        ? 'Nothing that you ticked is still open to you. It may have been withdrawn.'
        : `${plural(gone, 'scorecard')} of the ${count} that you ticked ${gone === 1 ? 'is' : 'are'} no longer open to you. The others stay ticked.`,
    action: (
      <ButtonLink href={historyHref({ ...query, chosen: open.map(({ place }) => place) })}>
        Back to your history
      </ButtonLink>
    ),
  };
}
