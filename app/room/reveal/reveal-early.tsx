'use client';

import { useAsks } from '@/app/live/use-room';
import { AskOnce } from '@/app/room/shell/ask-once';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { isRateable } from '@/server/room/rules';
import { earlyWords } from './early-words';
import { useReveal } from './use-reveal';

/** Somebody has not rated yet. The ratings may open, or their question be withdrawn, while the host still reads. */
export default function RevealEarly() {
  const { open, revealing, askToReveal } = usePanelUi();
  const reveal = useReveal();
  const ask = useAsks().find(({ askId }) => askId === revealing);
  return (
    <AskOnce
      isOpen={ask !== undefined && isRateable(ask.status, ask.revealed)}
      words={earlyWords(ask ?? NOTHING)}
      heir="ratings"
      onClose={() => {
        askToReveal(null);
        open(null);
      }}
      onGo={() => {
        open(null);
        if (ask) reveal(ask.askId);
      }}
    />
  );
}

const NOTHING = { rated: 0, of: 0 };
