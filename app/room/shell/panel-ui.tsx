'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { usePanel } from '@/app/live/use-room';
import { usePad } from '@/app/room/pad/use-pad';
import { isTyping } from '@/app/ui/is-typing';
import type { Bank } from '@/server/protocol/bank';
import { ownOf } from '@/server/protocol/in-order';

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
  | 'excuse'
  | 'discard'
  | 'feedback'
  | 'end'
  | 'shortcuts'
  | 'rename'
  | 'return'
  | 'palette';

interface PanelUi {
  /** In a replay, the questions that were live in the round: nothing can be pushed or sent. Null in the room. */
  replayed: Bank['items'] | null;
  selected: Selected;
  select: (selected: Selected) => void;
  /** The open tab, if the window is too narrow for columns. */
  column: Column;
  show: (column: Column) => void;
  /** Something came up in the middle while its reader was writing in another tab. */
  hasNews: boolean;
  layer: Layer | null;
  /** The ask that the host is about to reveal although not everybody has rated it. */
  revealing: string | null;
  askToReveal: (askId: string | null) => void;
  /** The rater whom the host is about to excuse, which opens all verdicts. */
  excusing: string | null;
  askToExcuse: (memberId: string | null) => void;
  open: (layer: Layer | null) => void;
  /** Opens the pad beside a call; null where there is none, or one is open. */
  openPad: (() => Promise<void>) | null;
}

const PanelUiContext = createContext<PanelUi | null>(null);

interface ProviderProps extends Partial<Pick<PanelUi, 'replayed'>> {
  children: ReactNode;
}

/** What this window shows of the panel's room. It stays in this window, and a reload resets it. */
export function PanelUiProvider({ replayed = null, children }: ProviderProps) {
  const [selected, select] = useState<Selected>(null);
  const { column, show, hasNews } = useColumn();
  const [layer, open] = useState<Layer | null>(null);
  const [revealing, askToReveal] = useState<string | null>(null);
  const [excusing, askToExcuse] = useState<string | null>(null);
  const pad = usePad();
  const openPad = pad.canOpen ? pad.open : null;
  const liveAskId = usePanel((view) => view.asks.liveAskId);
  const phase = usePanel((view) => view.round?.phase ?? null);
  const [seen, setSeen] = useState({ liveAskId, phase });
  if (seen.liveAskId !== liveAskId || seen.phase !== phase) {
    // A person who looked at something else is taken to the question that was pushed, or to the next phase.
    setSeen({ liveAskId, phase });
    if (liveAskId !== null || seen.phase !== phase) select(null);
  }
  const value = useMemo(
    () => ({
      replayed,
      selected,
      select,
      column,
      show,
      hasNews,
      layer,
      open,
      revealing,
      askToReveal,
      excusing,
      askToExcuse,
      openPad,
    }),
    [replayed, selected, column, show, hasNews, layer, revealing, excusing, openPad],
  );
  return (
    <PanelUiContext value={value}>
      {children}
      {pad.portal}
    </PanelUiContext>
  );
}

/** The ids of what comes up in the middle: the ratings of the live question, else the question. */
export const RATINGS = 'ratings';
export const LIVE_SHEET = 'live-question';

/** A person who had scrolled down to rate would otherwise see the middle of the new question. */
function comeToEye(): void {
  const ratings = document.getElementById(RATINGS);
  if (ratings) ratings.scrollIntoView({ block: 'nearest' });
  else document.getElementById(LIVE_SHEET)?.scrollIntoView({ block: 'start' });
}

/**
 * The open tab of a narrow window. What is live comes to the eye by itself: a pushed question, the reveal, verdicts and the
 * debrief open the middle, unless somebody is just writing in another tab; then the middle's tab says that there is news.
 */
function useColumn() {
  const [column, setColumn] = useState<Column>('question');
  const [hasNews, setNews] = useState(false);
  const show = useCallback(
    (next: Column) => {
      setColumn(next);
      if (next !== 'question' || !hasNews) return;
      setNews(false);
      requestAnimationFrame(comeToEye);
    },
    [hasNews],
  );
  const moment = usePanel(({ round, asks }) => {
    const live = ownOf(asks.asks, asks.liveAskId);
    return `${round?.phase} ${live?.askId} ${live?.revealed}`;
  });
  const seen = useRef(moment);
  useEffect(() => {
    if (seen.current === moment) return;
    seen.current = moment;
    if (isTyping(document.activeElement)) return setNews(true);
    show('question');
    requestAnimationFrame(comeToEye);
  }, [moment, show]);
  return { column, show, hasNews: hasNews && column !== 'question' };
}

export function usePanelUi(): PanelUi {
  const ui = useContext(PanelUiContext);
  if (!ui) throw new Error('This part of the screen must be inside a PanelUiProvider.');
  return ui;
}
