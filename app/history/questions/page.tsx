import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { EmptyState } from '@/app/ui/empty-state';
import { plural } from '@/app/ui/format';
import { LocalAgo } from '@/app/ui/local-ago';
import { PackText } from '@/app/ui/pack-text';
import { requestTime } from '@/app/ui/request-time';
import { doorway } from '@/server/doorway';

export const metadata: Metadata = { title: 'Questions you heard' };

/** What was asked in my rounds, and how often. */
export default async function QuestionsPage() {
  const principal = await currentPrincipal();
  if (!principal) redirect('/sign-in?callbackUrl=/history/questions');
  const { entries: questions, all } = await doorway().review.questions(principal);
  return (
    <AppShell current="history" account={<Account />} className="pt-10 pb-24">
      <h1 className="font-semibold text-prompt">Questions you heard</h1>
      <p className="mt-2 max-w-prose text-ink-soft">
        From rounds whose scorecard is open to you, whatever your seat was.
        {all > questions.length ? ` These ${questions.length} of ${all} were asked most often.` : ''}
      </p>
      {questions.length === 0 ? (
        <EmptyState title="No question yet" className="mt-4">
          When the scorecard of a round opens to you, its questions appear here.
        </EmptyState>
      ) : (
        <ol className="mt-6 divide-y divide-line">
          {questions.map(({ itemId, prompt, packTitle, times, last }) => (
            <li key={`${packTitle}/${itemId}`} className="flex items-baseline justify-between gap-6 py-3">
              <span className="min-w-0">
                <span className="block">
                  <PackText>{prompt}</PackText>
                </span>
                <span className="block text-ink-soft text-sm">
                  {packTitle} · last <LocalAgo at={last} now={requestTime()} />
                </span>
              </span>
              <span className="shrink-0 text-sm tabular">{plural(times, 'time')}</span>
            </li>
          ))}
        </ol>
      )}
    </AppShell>
  );
}
