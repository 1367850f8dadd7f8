'use client';

import { useEffect, useRef } from 'react';
import { usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { excuseWords } from './excuse-words';
import { useExcuse } from './use-excuse';

/** Open verdicts stay open, so this asks the host once. */
export default function ExcuseLast() {
  const { open, excusing, askToExcuse } = usePanelUi();
  const verdicts = usePanel((view) => view.verdicts);
  const nameOf = useNameOf();
  const excuse = useExcuse();
  const isOpen = excusing !== null && verdicts !== null && verdicts.opened === null;
  const close = useRef(() => {});
  useEffect(() => {
    close.current = () => {
      askToExcuse(null);
      open(null);
    };
  });
  // The last verdict may arrive while the host still reads.
  useEffect(() => {
    if (!isOpen) close.current();
  }, [isOpen]);
  if (!isOpen) return null;
  const words = excuseWords(nameOf(excusing), verdicts);
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
            onClick={() => {
              open(null);
              excuse(excusing);
            }}
          >
            {words.go}
          </Button>
        </>
      }
    />
  );
}
