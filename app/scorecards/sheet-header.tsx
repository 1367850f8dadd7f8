import { duration, plural } from '@/app/ui/format';
import { PublishedLater } from '@/app/ui/published-later';
import type { Scorecard } from '@/server/protocol/scorecard';
import type { Role } from '@/server/protocol/words';
import { listed } from '@/server/room/rules';
import { kindInWords } from './kind-in-words';
import { LocalDay } from './local-day';
import { PrintButton } from './print-button';

/** The header: the candidate, the pack, the day of the round and the panel. */
export function SheetHeader({ card, among, yours }: { card: Scorecard; among: boolean; yours: boolean }) {
  const { room } = card;
  const { startedAt: heldAt, publishedAt } = card.round;
  const named = (role: Role) =>
    listed(card.people.filter((person) => person.role === role).map((person) => person.name));
  const asked = card.asks.filter(({ status }) => status === 'asked');
  const used = asked.reduce((sum, ask) => sum + ask.usedMs, 0);
  const observers = named('observer');
  return (
    <header className="border-ink border-b pt-10 pb-5 print:pt-0 print:pb-3">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <p className="kicker">Scorecard · {kindInWords(card, yours)}</p>
          <h1 className="mt-1 font-semibold text-prompt [overflow-wrap:anywhere] print:text-2xl">
            {named('candidate') || 'Candidate'}
          </h1>
          <p className="mt-1 print:mt-0 print:text-base text-lg [overflow-wrap:anywhere]">{room.title}</p>
        </div>
        {among ? null : <PrintButton />}
      </div>
      <p className="mt-3 print:mt-1 max-w-[80ch] text-ink-soft text-sm">
        <LocalDay at={heldAt} />
        <PublishedLater heldAt={heldAt} publishedAt={publishedAt} /> · {plural(asked.length, 'question')},{' '}
        {duration(used)} of answers · {card.pack.title}
        <br />
        {room.format === 'alone' || room.format === 'simulated' ? 'Simulated panel' : 'Panel'}:{' '}
        {named('panelist') || 'nobody'}
        {observers ? ` · Observing: ${observers}` : ''}
        {publishedAt === null ? (
          <>
            <br />
            Closed by the panel. {named('candidate') || 'The candidate'} has no scorecard of it.
          </>
        ) : null}
      </p>
    </header>
  );
}
