'use client';

import { useIsHost, useLive, useOnline } from '@/app/live/use-room';
import { useReveal } from '@/app/room/reveal/use-reveal';
import { Button } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import { Kbd } from '@/app/ui/kbd';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { isRevealable, isSetAside } from '@/server/room/rules';

/** Whether I can reveal the ratings of this ask now. */
export function useMayReveal(ask: PanelAsk | null): boolean {
  const isHost = useIsHost();
  const isOnline = useOnline();
  return isHost && isOnline && ask !== null && isRevealable(ask.rated, ask.status, ask.revealed);
}

/** How many have rated (never who), and the host's reveal. */
export function RatedBar({ ask }: { ask: PanelAsk }) {
  const reveal = useReveal();
  const isHost = useIsHost();
  const mayReveal = useMayReveal(ask);
  const automatic = useLive((state) => state.view.door?.settings.autoReveal ?? false);
  if (isSetAside(ask.status)) return null;
  const all = ask.rated === ask.of && ask.of > 0;
  return (
    <div className="flex min-h-14 items-center justify-between gap-3 border-line border-t px-4 py-2">
      <p className="text-sm tabular" role="status">
        {ask.revealed ? 'Ratings are open' : `${ask.rated} of ${ask.of} rated`}
        {isHost && automatic && !ask.revealed ? (
          <span className="block text-ink-soft text-xs">They open when all are in</span>
        ) : null}
      </p>
      {isHost && !ask.revealed ? (
        <Button
          variant={all ? 'primary' : 'plain'}
          disabled={!mayReveal}
          data-heir="ratings"
          onClick={() => reveal(ask.askId)}
        >
          Reveal {ask.rated > 0 ? plural(ask.rated, 'rating') : ''}
          <span className="max-sm:hidden">
            <Kbd keys="Ctrl+⏎" inverted={all} />
          </span>
        </Button>
      ) : null}
    </div>
  );
}
