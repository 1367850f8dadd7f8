'use client';

import { useAsks } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { plural } from '@/app/ui/format';
import { useReveal } from './use-reveal';

/** A reveal cannot be undone, so this asks the host once if somebody has not rated yet. */
export default function RevealEarly() {
  const { open, revealing, askToReveal } = usePanelUi();
  const reveal = useReveal();
  const ask = useAsks().find(({ askId }) => askId === revealing);
  if (!ask) return null;
  const missing = ask.of - ask.rated;
  return (
    <Dialog
      open
      alert
      onClose={() => {
        askToReveal(null);
        open(null);
      }}
      title={`Reveal without ${plural(missing, 'rating')}?`}
      description={`${ask.rated} of ${ask.of} have rated. After the reveal the others can only rate again, having seen everyone’s ratings.`}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Wait for them</Button>
          </DialogClose>
          <Button
            variant="primary"
            data-heir="ratings"
            onClick={() => {
              open(null);
              reveal(ask.askId);
            }}
          >
            Reveal {plural(ask.rated, 'rating')}
          </Button>
        </>
      }
    />
  );
}
