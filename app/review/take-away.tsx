import Columns from 'lucide-react/icons/columns-3';
import Download from 'lucide-react/icons/download';
import Play from 'lucide-react/icons/play';
import { historyHref } from '@/app/history/query';
import { ButtonLink } from '@/app/ui/button';
import { buttonClass } from '@/app/ui/button-class';
import type { Scorecard } from '@/server/protocol/scorecard';
import { ShareButton } from './share-button';

const FORMS = [
  ['md', 'Markdown'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const;

/**
 * What can be done with a scorecard of mine: look at it again, compare, take it along, let somebody read it. Not printed.
 * One of simulated people is not compared, signed or shared.
 */
export function TakeAway({ card }: { card: Scorecard }) {
  const { roomId } = card.room;
  const { roundId } = card.round;
  const isSimulated = card.room.format === 'simulated';
  return (
    <nav aria-label="This scorecard" className="flex flex-wrap items-center gap-2 pt-6 print:hidden">
      <ButtonLink href={`/replay/${roomId}/${roundId}`} size="sm">
        <Play size={16} aria-hidden="true" />
        Replay the round
      </ButtonLink>
      {isSimulated ? null : (
        <ButtonLink href={historyHref({ packId: card.pack.id })} size="sm" variant="quiet">
          <Columns size={16} aria-hidden="true" />
          Compare with others
        </ButtonLink>
      )}
      <Downloads address={`/api/scorecards/${roomId}/${roundId}`} signed={!isSimulated} />
      {isSimulated ? null : <ShareButton roomId={roomId} roundId={roundId} />}
    </nav>
  );
}

/** The same scorecards as a file, in each form. `address` answers with `?form=`. `signed`: also as a signed file. */
export function Downloads({ address, signed = true }: { address: string; signed?: boolean }) {
  return FORMS.filter(([form]) => signed || form !== 'json').map(([form, name]) => (
    <a key={form} href={`${address}?form=${form}`} className={buttonClass({ size: 'sm', variant: 'quiet' })}>
      <Download size={16} aria-hidden="true" />
      <span className="sr-only">Download as </span>
      {name}
    </a>
  ));
}
