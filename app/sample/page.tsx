import type { Metadata } from 'next';
import Link from 'next/link';
import { Account } from '@/app/account/account';
import { ScorecardSheet } from '@/app/scorecards/scorecard-sheet';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { doorway } from '@/server/doorway';

export const metadata: Metadata = { title: 'A sample scorecard' };

/** What a round ends with, for somebody who has had none yet. */
export default async function SamplePage() {
  const { scorecard } = await doorway().sample();
  return (
    <AppShell current="home" account={<Account />} className="pb-24 print:p-0">
      <div className="flex flex-wrap items-center justify-between gap-4 pt-6 print:hidden">
        <p className="max-w-[52ch] text-ink-soft text-sm">
          A sample, as its host sees it. Simulated people played this round by the same rules as anybody: what
          they rated, and what they noted, is made up from the pack’s sample answers.
        </p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/sample/replay">Replay the round</ButtonLink>
          <ButtonLink href="/#try">Try it yourself</ButtonLink>
        </div>
      </div>
      <ScorecardSheet card={scorecard} replay="/sample/replay" />
      <p className="pt-8 text-sm print:hidden">
        <Link href="/" className="underline underline-offset-3">
          Back to the start
        </Link>
      </p>
    </AppShell>
  );
}
