import type { Metadata } from 'next';
import Link from 'next/link';
import { Account } from '@/app/account/account';
import { ReplayScreen } from '@/app/replay/replay-screen';
import { startOf } from '@/app/replay/start-of';
import { AskSection } from '@/app/scorecards/ask-section';
import { kindInWords } from '@/app/scorecards/kind-in-words';
import { namesOf } from '@/app/scorecards/words';
import { AppShell } from '@/app/ui/app-shell';
import { doorway } from '@/server/doorway';

export const metadata: Metadata = { title: 'A sample replay' };

interface SampleReplayProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The round behind the sample scorecard, on one scrubber. */
export default async function SampleReplayPage({ searchParams }: SampleReplayProps) {
  const [search, { scorecard }] = await Promise.all([searchParams, doorway().sample()]);
  const name = namesOf(scorecard);
  return (
    <AppShell current="home" account={<Account />} className="pt-8 pb-24">
      <p className="kicker">A sample replay, as the host saw it · {kindInWords(scorecard, false)}</p>
      <h1 className="mt-1 font-semibold text-2xl">{scorecard.room.title}</h1>
      <p className="mb-4 text-sm">
        <Link href="/sample" className="underline underline-offset-3">
          The scorecard
        </Link>
      </p>
      <ReplayScreen
        from="/api/sample/replay"
        codes={null}
        start={startOf(search)}
        asks={Object.fromEntries(
          scorecard.asks.map((ask) => [
            ask.askId,
            <AskSection key={ask.askId} ask={ask} card={scorecard} name={name} />,
          ]),
        )}
      />
    </AppShell>
  );
}
