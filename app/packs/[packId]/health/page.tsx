import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { EmptyState } from '@/app/ui/empty-state';
import { plural, score } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { doorway } from '@/server/doorway';
import type { HealthSign, PackHealth, QuestionHealth } from '@/server/protocol/history';
import { NEWEST_ROUNDS } from '@/server/protocol/words';

export const metadata: Metadata = { title: 'Question health' };

/** How the questions of a pack did in its owner's rounds. */
export default async function HealthPage({ params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const principal = await currentPrincipal();
  if (!principal) redirect(`/sign-in?callbackUrl=/packs/${encodeURIComponent(packId)}/health`);
  const { packs, review } = doorway();
  const pack = await packs.summary(principal, packId);
  const health = pack && (await review.packHealth(principal, packId));
  if (!pack || !health) notFound();
  return (
    <AppShell current="packs" account={<Account />} className="pt-10 pb-24">
      <p className="kicker">Question health</p>
      <h1 className="mt-1 font-semibold text-prompt">{pack.title}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">
        From the newest {NEWEST_ROUNDS} finished rounds that you took part in. A question needs{' '}
        {health.needed.askings} askings and {health.needed.ratings} ratings before this says anything; with
        fewer, it would mostly reflect chance. To say that a question splits panels, or that a key point is
        always or never heard, this needs {health.needed.askings} askings in which two people rated the
        question, or somebody marked the point.
      </p>
      {health.questions.length === 0 ? (
        <EmptyState title="No question was asked yet" className="mt-4" />
      ) : (
        <ol className="mt-6 divide-y divide-line">
          {health.questions.map((question) => (
            <Question key={question.itemId} question={question} needed={health.needed} />
          ))}
        </ol>
      )}
    </AppShell>
  );
}

function Question({ question, needed }: { question: QuestionHealth; needed: PackHealth['needed'] }) {
  const { prompt, asked, ratings, mean, spread, says } = question;
  const missing = [
    ...(asked < needed.askings ? [plural(needed.askings - asked, 'more asking')] : []),
    ...(ratings < needed.ratings ? [plural(needed.ratings - ratings, 'more rating')] : []),
  ];
  return (
    <li className="py-4">
      <p className="max-w-[80ch] font-medium">
        <PackText>{prompt}</PackText>
      </p>
      <p className="mt-1 text-ink-soft text-sm tabular">
        Asked {plural(asked, 'time')}, {plural(ratings, 'rating')}
        {mean === null ? '' : ` · mean ${score(mean)}`}
        {spread === null ? '' : ` · mean range ${spread.toFixed(1)}`}
      </p>
      <ul className="mt-1 text-sm">
        {says.map((sign) => (
          <li key={sign.kind}>
            <PackText>{inWords(sign)}</PackText>
          </li>
        ))}
        {says.length === 0 ? (
          <li className="text-ink-soft">
            {missing.length > 0
              ? `This needs ${missing.join(' and ')} before it says anything.`
              : 'Nothing unusual.'}
          </li>
        ) : null}
      </ul>
    </li>
  );
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

function inWords(sign: HealthSign): string {
  switch (sign.kind) {
    case 'ceiling':
      return `Ceiling: ${percent(sign.share)} of the ratings are 5. It hardly tells people apart.`;
    case 'floor':
      return `Floor: ${percent(sign.share)} of the ratings are 1. It hardly tells people apart.`;
    case 'unused-anchors':
      return `Nobody has given ${sign.values.join(', ')} yet: check those anchors.`;
    case 'always-heard':
      return `Always heard: ${sign.points.join(' · ')}`;
    case 'never-heard':
      return `Never heard: ${sign.points.join(' · ')}`;
    case 'splits':
      return `It splits panels: in ${percent(sign.share)} of the askings, ratings were two points apart or more.`;
  }
}
