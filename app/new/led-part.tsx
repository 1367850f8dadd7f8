import Sparkles from 'lucide-react/icons/sparkles';
import { useState } from 'react';
import { agendaItems, agendaSeconds } from '@/app/agenda/agenda';
import { LedAgenda } from '@/app/agenda/led-agenda';
import type { PackOutline } from '@/app/agenda/pack-outline';
import { Button } from '@/app/ui/button';
import { duration, plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import type { Suggestion } from '@/server/protocol/agenda-wish';
import { AgendaSkeleton } from './agenda-skeleton';
import { agendaOf } from './setup-draft';
import { SuggestAgenda } from './suggest-agenda';
import type { Setup } from './use-setup';

/** A led room's agenda: the questions in their order, and the way to have one suggested. */
export function LedPart({ setup }: { setup: Setup }) {
  if (setup.outlineFailed)
    return (
      <div className="flex flex-wrap items-center gap-4 py-6">
        <p>The questions of this pack could not be fetched. What you set up is kept.</p>
        <Button size="sm" onClick={setup.retryOutline}>
          Try again
        </Button>
      </div>
    );
  if (!setup.outline) return <AgendaSkeleton rows={setup.pack.groups.length} />;
  return <Led key={setup.outline.id} setup={setup} outline={setup.outline} />;
}

function Led({ setup, outline }: { setup: Setup; outline: PackOutline }) {
  const { draft, change } = setup;
  const [suggesting, setSuggesting] = useState(false);
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  const take = (suggested: Suggestion) => {
    const before = draft.agenda;
    const agenda = suggested.picks.map(({ id }) => id);
    setSuggestion(suggested);
    change({ agenda });
    const items = agendaItems(outline, agenda);
    const length = duration(agendaSeconds(items, draft.targetSeconds) * 1000);
    void notify(`Suggested ${plural(items.length, 'question')}, about ${length}`, {
      action: { label: 'Undo', run: () => change({ agenda: before }) },
    });
  };
  return (
    <>
      {suggesting ? (
        <SuggestAgenda
          outline={outline}
          targetSeconds={draft.targetSeconds}
          onSuggested={take}
          onDone={() => setSuggesting(false)}
        />
      ) : (
        <Button size="sm" className="mt-3" onClick={() => setSuggesting(true)}>
          <Sparkles size={16} aria-hidden="true" />
          Suggest an agenda
        </Button>
      )}
      {suggestion && suggestion.heard.length > 0 ? (
        <p className="pt-3 text-ink-soft text-sm">
          You have heard {suggestion.heard.length} of this pack’s {outline.items.length} before: those come
          last.
        </p>
      ) : null}
      <LedAgenda
        outline={outline}
        agenda={agendaOf(draft, outline)}
        targetSeconds={draft.targetSeconds}
        reasons={suggestion ? reasonsOf(suggestion) : undefined}
        onChange={(agenda) => change({ agenda })}
      />
    </>
  );
}

function reasonsOf({ picks }: Suggestion): Record<string, string> {
  return Object.fromEntries(picks.map(({ id, why }) => [id, why]));
}
