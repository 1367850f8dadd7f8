import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Account } from '@/app/account/account';
import { currentPrincipal } from '@/app/account/current-principal';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { doorway } from '@/server/doorway';
import type { BriefPart } from '@/server/protocol/pack';
import type { PackPage } from '@/server/protocol/pack-library';
import { countsInWords } from '../../counts-in-words';
import { packName } from '../../pack-name';
import { PackReader } from './pack-reader';

type Props = { params: Promise<{ packId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { packId } = await params;
  const pack = await doorway().packs.summary(await currentPrincipal(), packId);
  return { title: pack?.title ?? 'Packs' };
}

/** A pack, read before a room is opened with it. */
export default async function ReadPage({ params }: Props) {
  const { packId } = await params;
  const { packs, addressOf } = doorway();
  const principal = await currentPrincipal();
  const found = await packs.page({ principal, address: addressOf(await headers()) }, packId);
  if (!found.ok && found.code === 'pack-unknown') notFound();
  if (!found.ok) return <NotReadable packId={packId} message={found.message} />;
  const { pack, own, brief, preview } = found.value;
  return (
    <AppShell current="packs" account={<Account />} className="pt-10 pb-24">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="break-words font-semibold text-prompt">{packName(pack)}</h1>
          <p className="pt-1 text-ink-soft tabular">
            {countsInWords(pack)} · {playedInWords(found.value)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {own ? <ButtonLink href={`/packs/${pack.id}`}>Edit</ButtonLink> : null}
          <ButtonLink variant="primary" href={`/new?pack=${pack.id}`}>
            Set up a panel
          </ButtonLink>
        </div>
      </div>
      <Brief parts={brief} />
      <div className="-mx-4 mt-8 border-line border-t">
        <PackReader preview={preview} />
      </div>
    </AppShell>
  );
}

/** The pack exists, but cannot be shown now. */
function NotReadable({ packId, message }: { packId: string; message: string }) {
  return (
    <AppShell current="packs" account={<Account />} className="pt-10 pb-24">
      <h1 className="font-semibold text-prompt">This pack can’t be shown right now</h1>
      <p role="alert" className="max-w-prose py-4">
        {message}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={`/packs/${packId}/read`}>
          Try again
        </ButtonLink>
        <ButtonLink href={`/packs/${packId}`}>Open it in the editor</ButtonLink>
      </div>
    </AppShell>
  );
}

/** With a shipped pack only the reader's own rounds are counted. */
function playedInWords({ own, rounds }: PackPage): string {
  if (rounds === 0) return own ? 'not played yet' : 'you have not played it yet';
  return own ? `played in ${plural(rounds, 'round')}` : `played in ${plural(rounds, 'round')} of yours`;
}

function Brief({ parts }: { parts: readonly BriefPart[] }) {
  if (parts.length === 0) return null;
  return (
    <details className="mt-8 border-line border-t">
      <summary className="min-h-(--control-sm) cursor-pointer rounded py-2 font-semibold">
        What the panel reads first
      </summary>
      <div className="flex max-w-prose flex-col gap-4 pb-4">
        {parts.map(({ title, lines }) => (
          <section key={title} aria-label={title}>
            <h2 className="font-semibold text-base">
              <PackText>{title}</PackText>
            </h2>
            {lines.map((line) => (
              <p key={line} className="break-words pt-1 text-sm">
                <PackText>{line}</PackText>
              </p>
            ))}
          </section>
        ))}
      </div>
    </details>
  );
}
