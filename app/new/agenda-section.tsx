import CircleAlert from 'lucide-react/icons/circle-alert';
import { agendaItems } from '@/app/agenda/agenda';
import { ledTotal, peerTotal } from '@/app/agenda/total-in-words';
import { LedPart } from './led-part';
import { PeerPart } from './peer-part';
import { agendaOf, slotsOf } from './setup-draft';
import type { Setup } from './use-setup';

interface AgendaSectionProps {
  setup: Setup;
  problem?: string;
}

const NOT_HERE = 'You can open the room once the questions of this pack have loaded.';

/** The agenda with its total time. */
export function AgendaSection({ setup, ...given }: AgendaSectionProps) {
  const led = setup.draft.format === 'led';
  const problem = given.problem && led && !setup.outline ? NOT_HERE : given.problem;
  return (
    <section aria-labelledby="agenda-heading" className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b pb-2">
        <h2 id="agenda-heading" tabIndex={-1} className="rounded font-semibold text-lg">
          Agenda
        </h2>
        <p className="tabular text-ink-soft text-sm">{agendaTotal(setup)}</p>
      </div>
      {problem ? (
        <p data-problem tabIndex={-1} className="flex scroll-my-48 gap-1.5 rounded pt-3 text-missed text-sm">
          <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden="true" />
          {problem}
        </p>
      ) : null}
      {led ? <LedPart setup={setup} /> : <PeerPart setup={setup} />}
    </section>
  );
}

/** `8 questions, about 24 minutes`; for peers the time per person. */
export function agendaTotal({ draft, pack, outline }: Setup): string {
  if (draft.format === 'peer') return `up to ${peerTotal(slotsOf(draft, pack), draft.targetSeconds)}`;
  return outline ? ledTotal(agendaItems(outline, agendaOf(draft, outline)), draft.targetSeconds) : '';
}
