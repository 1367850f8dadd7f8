'use client';

import Sparkles from 'lucide-react/icons/sparkles';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/app/ui/button';

/** The result of the last suggestion, and its undo. */
interface Suggested {
  words: string;
  undo: () => void;
}

interface SuggestFrameProps {
  open: boolean;
  onOpen: () => void;
  suggested: Suggested | null;
  /** The fields of a wish, which keep their values while they are folded away. */
  children: ReactNode;
}

/** The form for a suggested agenda, which folds away once there is one. */
export function SuggestFrame({ open, onOpen, suggested, children }: SuggestFrameProps) {
  const button = useRef<HTMLButtonElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  // The element with the focus is folded away.
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    const next = open ? fields.current?.querySelector('input') : button.current;
    next?.focus();
  }, [open]);
  return (
    <>
      <div ref={fields} hidden={!open}>
        {children}
      </div>
      <div hidden={open} className="pt-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button ref={button} size="sm" onClick={onOpen}>
            <Sparkles size={16} aria-hidden="true" />
            {suggested ? 'Suggest again' : 'Suggest an agenda'}
          </Button>
          {suggested ? (
            <p className="text-sm">
              {suggested.words}.{' '}
              <button
                type="button"
                className="min-h-(--control-sm) underline underline-offset-4"
                onClick={() => {
                  suggested.undo();
                  // This button disappears.
                  button.current?.focus();
                }}
              >
                Undo
              </button>
            </p>
          ) : null}
        </div>
      </div>
    </>
  );
}
