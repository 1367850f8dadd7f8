import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { plural, score } from '@/app/ui/format';
import { LocalDate } from '@/app/ui/local-date';
import { doorway } from '@/server/doorway';
import { NEWEST_ROUNDS, UNGROUPED } from '@/server/protocol/words';
import { CalibrationCurve } from './calibration-curve';
import { calibrationInWords, driftInWords, movedInWords, nothingToPractise, severityInWords } from './words';

export const metadata: Metadata = { title: 'About you' };

/** Warm-ups that are listed; the sentence counts all. */
const DRIFTS = 8;

/** What my own rounds tell me about myself. Nobody else sees it. */
export default async function AboutMePage() {
  const principal = await currentPrincipal();
  if (!principal) redirect('/sign-in?callbackUrl=/history/me');
  const { review, packs } = doorway();
  const { severity, moved, calibration, drift, inSeat, practise } = await review.aboutMe(principal);
  // Nobody can practise with a deleted pack, or with somebody else’s.
  const summaries = await Promise.all(practise.map(({ packId }) => packs.summary(principal, packId)));
  const known = new Set(summaries.map((pack) => pack?.id));
  return (
    <AppShell current="history" account={<Account />} className="flex flex-col gap-12 pt-10 pb-24">
      <header>
        <h1 className="font-semibold text-prompt">About you</h1>
        <p className="mt-2 text-ink-soft">{`Only you see this page. It counts your newest ${NEWEST_ROUNDS} rounds on panels, and the newest ${NEWEST_ROUNDS} in the hot seat.`}</p>
      </header>
      <section aria-labelledby="panels">
        <h2 id="panels" className="font-semibold text-xl">
          On panels
        </h2>
        <p className="mt-2 max-w-prose">{severityInWords(severity)}</p>
        <p className="mt-1 max-w-prose empty:hidden">{movedInWords(moved)}</p>
      </section>
      <section aria-labelledby="calibration">
        <h2 id="calibration" className="font-semibold text-xl">
          In the hot seat: your view and the panel’s
        </h2>
        <p className="mt-2 max-w-prose">{calibrationInWords(calibration)}</p>
        <CalibrationCurve rounds={calibration} />
      </section>
      <section aria-labelledby="drift">
        <h2 id="drift" className="font-semibold text-xl">
          In warm-ups: your scale and the pack’s
        </h2>
        <p className="mt-2 max-w-prose">{driftInWords(drift)}</p>
        <p className="mt-1 text-sm">
          <Link href="/practise/calibrate" className="underline underline-offset-4">
            Calibrate your scale
          </Link>
        </p>
        {drift.length > 1 ? (
          <ol className="mt-3 flex max-w-sm flex-col text-sm">
            {drift.slice(-DRIFTS).map(({ at, difference, samples }) => (
              <li key={at} className="flex justify-between gap-4 border-line border-t py-1.5 tabular">
                <LocalDate at={at} />
                <span>
                  {difference > 0 ? '+' : ''}
                  {difference.toFixed(1)} over {plural(samples, 'sample')}
                </span>
              </li>
            ))}
          </ol>
        ) : null}
      </section>
      <section aria-labelledby="practise">
        <h2 id="practise" className="font-semibold text-xl">
          What to practise next
        </h2>
        {practise.length === 0 ? (
          <EmptyState {...nothingToPractise(inSeat)} />
        ) : (
          <ul className="mt-2 divide-y divide-line">
            {practise.map(({ groupId, title, mean, ratings, packId }) => (
              <li key={groupId} className="flex flex-wrap items-center justify-between gap-4 py-3">
                <span>
                  <span className="font-medium">{title}</span>
                  <span className="block text-ink-soft text-sm tabular">
                    {score(mean)} from {plural(ratings, 'rating')} in your latest rounds
                  </span>
                </span>
                {known.has(packId) && groupId !== UNGROUPED ? (
                  <ButtonLink
                    size="sm"
                    href={`/practise?${new URLSearchParams({ pack: packId, competency: groupId })}`}
                  >
                    Practise it alone
                  </ButtonLink>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
    </AppShell>
  );
}
