'use client';

import { useEffect, useRef } from 'react';
import { useAsks } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { isRateable } from '@/server/room/rules';
import { earlyWords } from './early-words';
import { useReveal } from './use-reveal';

/** A reveal cannot be undone, so this asks the host once if somebody has not rated yet. */
export default function RevealEarly() {
  const { open, revealing, askToReveal } = usePanelUi();
  const reveal = useReveal();
  const ask = useAsks().find(({ askId }) => askId === revealing);
  const isOpen = ask !== undefined && isRateable(ask.status, ask.revealed);
  const close = useRef(() => {});
  useEffect(() => {
    close.current = () => {
      askToReveal(null);
      open(null);
    };
  });
  // The ratings may open, or their question be withdrawn, while the host still reads.
  useEffect(() => {
    if (!isOpen) close.current();
  }, [isOpen]);
  if (!isOpen) return null;
  const words = earlyWords(ask);
  return (
    <Dialog
      open
      alert
      onClose={() => close.current()}
      title={words.title}
      description={words.text}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{words.wait}</Button>
          </DialogClose>
          <Button
            variant="primary"
            data-heir="ratings"
            onClick={() => {
              open(null);
              reveal(ask.askId);
            }}
          >
            {words.reveal}
          </Button>
        </>
      }
    />
  );
}
