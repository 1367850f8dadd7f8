'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { usePanel } from '@/app/live/use-room';

/** What the middle shows instead of the live question. */
export type Selected = { kind: 'ask'; askId: string } | { kind: 'item'; itemId: string } | null;
export type Column = 'agenda' | 'question' | 'mine';
export type Layer =
  | 'people'
  | 'agenda'
  | 'invites'
  | 'settings'
  | 'finish'
  | 'publish'
  | 'reveal'
  | 'discard'
  | 'feedback'
  | 'end'
  | 'shortcuts'
  | 'palette';

interface PanelUi {
  selected: Selected;
  select: (selected: Selected) => void;
  /** The open tab, if the window is too narrow for columns. */
  column: Column;
  show: (column: Column) => void;
  layer: Layer | null;
  /** The ask that the host is about to reveal although not everybody has rated it. */
  revealing: string | null;
  askToReveal: (askId: string | null) => void;
  open: (layer: Layer | null) => void;
}

const PanelUiContext = createContext<PanelUi | null>(null);

/** What this window shows of the panel's room. It stays in this window, and a reload resets it. */
export function PanelUiProvider({ children }: { children: ReactNode }) {
  const [selected, select] = useState<Selected>(null);
  const [column, show] = useState<Column>('question');
  const [layer, open] = useState<Layer | null>(null);
  const [revealing, askToReveal] = useState<string | null>(null);
  const liveAskId = usePanel((view) => view.asks.liveAskId);
  const [seenLive, setSeenLive] = useState(liveAskId);
  if (seenLive !== liveAskId) {
    // A person who looked at something else is taken to the question that was pushed.
    setSeenLive(liveAskId);
    if (liveAskId !== null) select(null);
  }
  const value = useMemo(
    () => ({ selected, select, column, show, layer, open, revealing, askToReveal }),
    [selected, column, layer, revealing],
  );
  return <PanelUiContext value={value}>{children}</PanelUiContext>;
}

export function usePanelUi(): PanelUi {
  const ui = useContext(PanelUiContext);
  if (!ui) throw new Error('This part of the screen must be inside a PanelUiProvider.');
  return ui;
}
