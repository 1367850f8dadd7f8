'use client';

import { useEffect, useRef } from 'react';
import { isTyping } from '@/app/ui/is-typing';

const isLayerOpen = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

/** "n", "?", "Mod+k" (Ctrl or ⌘), "Mod+Enter". Shift is part of the character. */
function chordOf(event: KeyboardEvent): string {
  return event.ctrlKey || event.metaKey ? `Mod+${event.key}` : event.key;
}

/**
 * Single keys for the whole room. None fires while somebody types, or while a dialog or menu is open. `opening`: one
 * was asked for; until it is there, keys are meant for it and do nothing here.
 */
export function useKeys(bindings: Record<string, () => void>, opening: boolean): void {
  const latest = useRef({ bindings, opening });
  useEffect(() => {
    latest.current = { bindings, opening };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing || event.repeat) return;
      if (isLayerOpen()) return;
      if (latest.current.opening) return event.preventDefault();
      const run = latest.current.bindings[chordOf(event)];
      if (!run || isTyping(event.target)) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
