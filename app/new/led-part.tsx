import { LedPlan } from '@/app/agenda/led-plan';
import { post } from '@/app/http';
import { Button } from '@/app/ui/button';
import type { Suggestion } from '@/server/protocol/agenda-wish';
import { AgendaSkeleton } from './agenda-skeleton';
import { agendaOf } from './setup-draft';
import type { Setup } from './use-setup';

/** A led room's agenda, once its questions have loaded. */
export function LedPart({ setup }: { setup: Setup }) {
  const { outline, draft, pack, change } = setup;
  if (setup.outlineFailed)
    return (
      <div className="flex flex-wrap items-center gap-4 py-6">
        <p role="alert">The questions of this pack could not be loaded. What you set up is kept.</p>
        <Button size="sm" data-heir="agenda-heading" onClick={setup.retryOutline}>
          Try again
        </Button>
      </div>
    );
  if (!outline) return <AgendaSkeleton rows={pack.groups.length} />;
  return (
    <LedPlan
      key={outline.id}
      outline={outline}
      agenda={agendaOf(draft, outline)}
      targetSeconds={draft.targetSeconds}
      whom="you"
      known={outline.suggestion}
      ask={(wish) => post<Suggestion>(`/api/packs/${encodeURIComponent(outline.id)}/suggestion`, wish)}
      onChange={(agenda) => change({ agenda })}
    />
  );
}
