'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';

interface Props {
  /** It closes by itself when there is nothing to ask any more, which may be while the host still reads. */
  isOpen: boolean;
  words: { title: string; text: string; wait: string; go: string };
  onClose: () => void;
  onGo: () => void;
  /** Where the focus goes when the button has done its work: see `KeptFocus`. */
  heir?: string;
}

/** Asks the host once before something that cannot be undone. */
export function AskOnce({ isOpen, words, onClose, onGo, heir }: Props) {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!isOpen) close.current();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={words.title}
      description={words.text}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{words.wait}</Button>
          </DialogClose>
          <Button variant="primary" data-heir={heir} onClick={onGo}>
            {words.go}
          </Button>
        </>
      }
    />
  );
}
