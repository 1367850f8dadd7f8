'use client';

import { useEffect, useRef } from 'react';
import { chordOf, isComposing } from '@/app/ui/chord';
import { isTyping } from '@/app/ui/is-typing';
import { areSingleKeysOn } from './single-keys';

const isLayerOpen = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

/**
 * Single keys for the whole room. None works while the person types, or while a dialog or menu is open. `opening`: a
 * dialog is about to open. Until it is there, keys are meant for it and do nothing here.
 */
export function useKeys(bindings: Record<string, () => void>, opening: boolean): void {
  const latest = useRef({ bindings, opening });
  useEffect(() => {
    latest.current = { bindings, opening };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isComposing(event) || event.repeat) return;
      if (isLayerOpen()) return;
      if (latest.current.opening) return event.preventDefault();
      const chord = chordOf(event);
      const run = latest.current.bindings[chord];
      if (!run) return;
      const isSingle = !chord.startsWith('Mod+');
      if (isSingle && !areSingleKeysOn()) return;
      // The command menu also opens while the person types.
      if (isTyping(event.target) && chord !== 'Mod+k') return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
